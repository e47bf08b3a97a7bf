import { type Publisher, publisherIn } from '@/features/register/sources/model'
import type { ItemState } from '@/features/register/states/model/states'
import { stateWord } from '@/features/register/states/wording'
import { formatDate, formatNumber } from '@/i18n/formats'
import { htmlInLanguage } from '@/i18n/html-in-language'
import { type Language, languageTags } from '@/i18n/language'
import { isDescriptive, pickText } from '@/i18n/localized-text'
import { translatorIn } from '@/i18n/translator'
import { escaped } from '@/server/files/markup'
import { pageAddress } from '../model/addresses'
import type { Card, CardTheme, EmbeddedKind, ItemCard } from '../model/card'
import { shapeOf } from './shape'
import { cardStyles } from './styles'

type CardOptions = {
  language: Language
  /** The past moment that the card is of, as its address asks for it. */
  at?: string | undefined
  theme: CardTheme
}

/** A card as a page of its own, to be framed by any site: no scripts, nothing to load. */
export function writeCard(card: Card, { language, at, theme }: CardOptions): string {
  const t = translatorIn(language)
  const { kind, reference } = card
  const name = pickText(card.name, language)
  const words = name?.body ?? t('embedding.slot', { reference })
  const shown = htmlInLanguage(words, name?.language ?? null, language)
  const marks = [
    ...(name?.isFallback ? [t(`texts.fallback.${name.language}`)] : []),
    ...(kind !== 'fields' && isDescriptive(card.name) ? [t('texts.descriptiveMark')] : []),
  ].map((mark) => `<small>${escaped(mark)}</small>`)
  const states = card.kind === 'fields' ? card.counts.map(({ state }) => state) : [card.state]
  return pageOf({
    language,
    theme,
    title: `${words} (${reference})`,
    states,
    canonical: pageAddress(language, kind, reference, at),
    body: [
      `<p class="quiet">${escaped(t(`embedding.kinds.${kind}`))} ${escaped(reference)}</p>`,
      `<h1>${ledTo(pageAddress(language, kind, reference, at), `${shown}${marks.join('')}`)}</h1>`,
      card.kind === 'fields' ? countsHtml(card, language) : stateHtml(card, language),
      ...(at ? [`<p class="quiet">${escaped(t('embedding.at', { at }))}</p>`] : []),
    ].join(''),
  })
}

/** Shown in the frame where there is no such card, since a whole page would not fit. */
export function writeNoCard(
  { language, theme }: CardOptions,
  { kind, reference }: { kind: EmbeddedKind | null; reference: string },
): string {
  const t = translatorIn(language)
  const title = t('embedding.none', { reference: kind ? reference : '' })
  return pageOf({
    language,
    theme,
    title,
    states: [],
    canonical: null,
    body: `<h1>${escaped(title)}</h1>`,
  })
}

/** The publishers, each once, in HTML: a name in another language than the card's carries its own. */
function namesHtml(publishers: readonly Publisher[], reader: Language): string[] {
  const names = publishers.map((one) => {
    const { name, language } = publisherIn(one, reader)
    return htmlInLanguage(name, language, reader)
  })
  return [...new Set(names)]
}

function stateHtml(card: ItemCard, language: Language): string {
  const { state, asOf, sides, confirmedBy, publishers, lastNews } = card
  const t = translatorIn(language)
  const confirmed = sides
    .filter(({ code }) => confirmedBy.includes(code))
    .map(({ shortName }) => t('progress.confirmation.mark', { city: shortName[language] }))
    .join(' ')
  const day = (date: string) =>
    `<time datetime="${date}">${escaped(formatDate(date, language))}</time>`
  return [
    `<p class="state state-${state}">${shapeHtml(state)}<span>${escaped(stateWord(state, language))}</span></p>`,
    ...(asOf ? [`<p>${escaped(t('progress.asOf'))} ${day(asOf)}</p>`] : []),
    ...(publishers.length > 0
      ? [
          `<p>${t('embedding.source', { publishers: listed(namesHtml(publishers, language), language) })}</p>`,
        ]
      : []),
    ...(lastNews && lastNews !== asOf
      ? [`<p>${escaped(t('embedding.lastNews'))} ${day(lastNews)}</p>`]
      : []),
    ...(confirmed
      ? [`<p>${escaped(t('progress.confirmation.label'))} ${escaped(confirmed)}</p>`]
      : []),
  ].join('')
}

function countsHtml(
  { counts, notItemised }: Extract<Card, { kind: 'fields' }>,
  language: Language,
): string {
  const t = translatorIn(language)
  const others =
    notItemised > 0
      ? `<p class="quiet">${escaped(t('texts.mayBelong.projects', { count: notItemised }))}</p>`
      : ''
  if (counts.length === 0) return `<p>${escaped(t('progress.noneYet'))}</p>${others}`
  const items = counts.map(
    ({ state, count }) =>
      `<li class="state state-${state}">${shapeHtml(state)}<span>${escaped(stateWord(state, language))} ${formatNumber(count, language)}</span></li>`,
  )
  return `<ul class="states">${items.join('')}</ul>${others}`
}

const listed = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(languageTags[language], { type: 'conjunction' }).format(names)

const shapeHtml = (state: ItemState): string =>
  `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${shapeOf(state)}</svg>`

/** A link that opens outside the frame, without access to the embedding page. */
const ledTo = (href: string, html: string): string =>
  `<a href="${escaped(href)}" target="_blank" rel="noopener">${html}</a>`

type Page = {
  language: Language
  theme: CardTheme
  title: string
  states: readonly ItemState[]
  canonical: string | null
  body: string
}

function pageOf({ language, theme, title, states, canonical, body }: Page): string {
  const t = translatorIn(language)
  return [
    `<!doctype html><html lang="${languageTags[language]}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escaped(title)} · ${escaped(t('site.name'))}</title>`,
    ...(canonical ? [`<link rel="canonical" href="${escaped(canonical)}">`] : []),
    `<style>${cardStyles(language, states, theme)}</style></head><body><main>${body}`,
    `<p class="quiet">${escaped(t('site.name'))}${escaped(t('embedding.separator'))}${escaped(t('embedding.independent'))}</p>`,
    '</main></body></html>',
  ].join('')
}
