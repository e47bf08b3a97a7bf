import { publisherIn, type ShownCitation } from '@/features/register/sources/model'
import { isStale } from '@/features/register/texts/model/text'
import { formatDate, formatNumber } from '@/i18n/formats'
import type { Language } from '@/i18n/language'
import { isDescriptive, type LocalizedText, pickText } from '@/i18n/localized-text'
import { quoted } from '@/i18n/quotation'
import { runsOf } from '@/i18n/runs'
import { translatorIn } from '@/i18n/translator'
import { type Line, type Piece, plainText } from './blocks'

/**
 * Writes one report: puts passages, days and citations into its language, numbers the notes in the
 * order in which they are called, and remembers whether anything shown was translated or converted.
 */
export type Writer = ReturnType<typeof writerIn>

export function writerIn(language: Language) {
  const t = translatorIn(language)
  const notes: Line[] = []
  const numbers = new Map<string, number>()
  const shown = { translated: false, converted: false }

  const plain = (text: string): Piece => ({ kind: 'words', text, language })
  const quiet = (text: string): Piece => ({ kind: 'words', text, language, isQuiet: true })
  const strong = (text: string): Piece => ({ kind: 'words', text, language, isStrong: true })

  /** A passage in the report's language; one that is held only in another says so. Empty where there is none. */
  function passage(text: LocalizedText): Line {
    const found = pickText(text, language)
    if (!found) return []
    shown.translated ||= found.origin === 'unofficial_translation'
    shown.converted ||= found.origin === 'script_conversion'
    const line: Line = [{ kind: 'words', text: found.body, language: found.language }]
    if (found.isFallback) line.push(quiet(t(`texts.fallback.${found.language}`)))
    if (isStale(text, found.language)) line.push(quiet(t('reports.stale')))
    return line
  }

  /** The title of an item, as a passage; that it is descriptive is said after it. */
  function title(text: LocalizedText): Line {
    return [...passage(text), ...(isDescriptive(text) ? [quiet(t('texts.descriptiveMark'))] : [])]
  }

  const inBold = (line: Line): Line =>
    line.map((piece) =>
      piece.kind === 'words' && !piece.isQuiet ? { ...piece, isStrong: true } : piece,
    )

  function noteOf({ source, quote, locator }: ShownCitation): Line {
    const inSource = (text: string): Piece => ({
      kind: 'words',
      text,
      language: source.language,
    })
    const publisher = publisherIn(source, language)
    const line: Line = runsOf(publisher.name, publisher.language).map((run) => ({
      kind: 'words',
      ...run,
    }))
    line.push(plain(t('sources.separator')))
    line.push(plain(t(`sources.kinds.${source.kind}`)), plain(t('sources.separator')))
    line.push(plain(source.publishedOn ? day(source.publishedOn) : t('sources.undated')))
    line.push(plain(t('sources.separator')))
    line.push(
      source.title
        ? inSource(marked(source.title, titleMarks[source.language]))
        : plain(t('sources.headlineNotRecorded')),
    )
    line.push(plain(t('reports.stop')))
    if (quote) {
      line.push(inSource(quoted(quote, source.language)))
      if (source.language !== language) {
        line.push(quiet(` ${t(`sources.quotedIn.${source.language}`)}`))
      }
      line.push(plain(t('reports.stop')))
    }
    if (locator) {
      line.push(plain(`${t('sources.locator')} `), inSource(locator), plain(t('reports.stop')))
    }
    const about = passage(source.note)
    if (about.length > 0) {
      line.push(plain(`${t('sources.note')} `), ...about)
      // The register's own notes are sentences already, most of them.
      line.push(plain(/[.。]$/.test(plainText(about)) ? ' ' : t('reports.stop')))
    }
    line.push(
      source.url
        ? { kind: 'link', href: source.url, text: readable(source.url) }
        : quiet(t('sources.addressNotKnown')),
    )
    return line
  }

  /** Calls the note of each citation; one that was cited before keeps its number. */
  function notesOf(citations: readonly ShownCitation[]): Line {
    return citations.map((citation) => {
      const key = JSON.stringify([citation.source.slug, citation.quote, citation.locator])
      const number = numbers.get(key) ?? notes.push(noteOf(citation))
      numbers.set(key, number)
      return { kind: 'note', number }
    })
  }

  const day = (date: string) => formatDate(date, language)
  const number = (value: number) => formatNumber(value, language)
  return {
    language,
    t,
    plain,
    quiet,
    strong,
    inBold,
    passage,
    title,
    notesOf,
    notes,
    shown,
    day,
    number,
  }
}

/** How titles are marked, in the language that they are in. */
const titleMarks = { 'zh-Hant': '《》', 'zh-Hans': '《》', en: '‘’' } as const

function marked(text: string, marks: string): string {
  return `${marks[0]}${text}${marks[1]}`
}

/** An address as people read it: `新聞` rather than twenty-four signs of percent-encoding. */
function readable(url: string): string {
  try {
    return decodeURI(url).replace(/[\s\p{C}]/gu, encodeURIComponent)
  } catch {
    return url // not UTF-8 behind its percent signs
  }
}
