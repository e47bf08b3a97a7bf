import { states } from '@/features/register/states/model/states'
import { stateWord } from '@/features/register/states/wording'
import { formatDay } from '@/i18n/formats'
import { type Language, languageTags } from '@/i18n/language'
import { translatorIn } from '@/i18n/translator'
import { escaped } from '@/server/files/markup'
import type { ItemCard } from '../model/card'
import { shapeOf } from './shape'
import { fontsOf } from './styles'
import { textWidth } from './text-width'

const fontSize = 12
const gap = 8
const height = 24
const shapeSize = 14

/** An item's state as a badge: the reference, and the state as shape and word; in words for screen readers. */
export function writeBadge(card: ItemCard, language: Language): string {
  const t = translatorIn(language)
  const { reference, state, asOf } = card
  const label = t('embedding.badgeLabel', { reference })
  const word = stateWord(state, language)
  const title = [
    t('embedding.badgeTitle', { reference, state: word }),
    ...(asOf ? [t('embedding.asOf', { date: formatDay(asOf, language) })] : []),
    t('site.name'),
  ].join(t('embedding.separator'))
  const [labelWidth, wordWidth] = [textWidth(label, fontSize), textWidth(word, fontSize)].map(
    Math.ceil,
  ) as [number, number]
  const left = labelWidth + gap * 2
  const width = left + gap + shapeSize + 5 + wordWidth + gap
  const written = (text: string, x: number, length: number, className: string) =>
    `<text class="${className}" x="${x}" y="16" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${languageTags[language]}" lang="${languageTags[language]}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">`,
    `<title id="title">${escaped(title)}</title>`,
    `<style>${colours(state)}text{font:600 ${fontSize}px ${fontsOf[language]}}.l{fill:#fff}.w{fill:var(--ink)}.s{color:var(--state)}</style>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="4" fill="var(--paper)" stroke="var(--edge)"/>`,
    `<path d="M${left} .5H4.5a4 4 0 0 0-4 4v15a4 4 0 0 0 4 4H${left}z" fill="#0b5a63"/>`,
    written(label, gap, labelWidth, 'l'),
    `<svg class="s" x="${left + gap}" y="5" width="${shapeSize}" height="${shapeSize}" viewBox="0 0 16 16">${shapeOf(state)}</svg>`,
    written(word, left + gap + shapeSize + 5, wordWidth, 'w'),
    '</svg>',
    '',
  ].join('')
}

function colours(state: ItemCard['state']): string {
  const { light, dark } = states[state].colours
  return `:root{--paper:#fbfaf6;--ink:#1d1c1a;--edge:#858074;--state:${light}}@media(prefers-color-scheme:dark){:root{--paper:#141617;--ink:#eae8e2;--edge:#7f8486;--state:${dark}}}`
}
