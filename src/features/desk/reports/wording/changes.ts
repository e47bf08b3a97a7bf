import { cityNamed } from '@/features/register/cities/model'
import { countedAnswers, documentKinds } from '@/features/register/documents/model'
import {
  type ChangedPlace,
  changedPlaces,
  placeOf,
} from '@/features/register/history/model/changed-places'
import { assertionPattern, type ItemState, isStateOf } from '@/features/register/states/model'
import { assertionWord } from '@/features/register/states/wording'
import { type Language, languages } from '@/i18n/language'
import { pickText, type TextEntry } from '@/i18n/localized-text'
import { type ProgressReport, type ReportedChange, withSource } from '../model'
import type { Block, Line } from './blocks'
import { stateWord } from './tables'
import type { Writer } from './writer'

/** The changes of the log in words: the day, what was changed, and each changed place before and after. */
export function changeEntries(report: ProgressReport, writer: Writer): Block {
  const { t, plain } = writer
  const { entries } = report.changes
  return {
    kind: 'entries',
    caption: [plain(t('reports.changesHere', { count: entries.length }))],
    entries: entries.map((change) => ({
      head: headOf(change, report, writer),
      lines: [...corrections(change, writer), ...places(change, report, writer)],
    })),
  }
}

/** What was changed, what was done to it on which day, and the notes that it rests on. */
function headOf(change: ReportedChange, report: ProgressReport, writer: Writer): Line {
  const { t, plain, quiet, strong, day } = writer
  const rests = change.citations.flatMap((citation) => withSource(citation, report.sources) ?? [])
  const name = writer.passage(change.title)
  return [
    strong(change.reference),
    ...(name.length > 0 ? [plain(' '), ...name] : []),
    quiet(` · ${day(change.recordedAt)} · `),
    plain(t(`revisions.actions.${change.action}`)),
    ...writer.notesOf(rests),
  ]
}

/** Which revision it corrects and why, and which has corrected it since. */
function corrections(change: ReportedChange, writer: Writer): Line[] {
  const { t, plain, strong, language } = writer
  const lines: Line[] = []
  if (change.corrects !== null) {
    lines.push([strong(t('reports.corrects', { number: String(change.corrects) }))])
    const reason = reasonIn(change.correctionReason ?? {}, language)
    if (reason) lines.push([plain(t('reports.correctionReason')), ...inLanguage(reason, writer)])
  }
  for (const number of change.correctedBy) {
    lines.push([strong(t('reports.correctedBy', { number: String(number) }))])
  }
  return lines
}

function reasonIn(why: NonNullable<ReportedChange['correctionReason']>, language: Language) {
  for (const held of [language, ...languages]) {
    const text = why[held]
    if (text) return { language: held, text }
  }
  return null
}

/** Each changed place: what it was and what it is, or only what it is where there was nothing. */
function places(change: ReportedChange, report: ProgressReport, writer: Writer): Line[] {
  // What was entered is told by the tables above, and in full by the history of the item.
  if (change.revision === 1) return []
  const { t, plain, quiet } = writer
  const told = changedPlaces(change.changes, false).filter(
    ({ key }) => !isToldOtherwise(key, change.citations.length > 0),
  )
  return inOrder(ofOneLanguage(told, writer.language)).map(({ key, language, before, after }) => {
    const label = quiet(`${placeName(key, report, writer)}${t('reports.colon')}`)
    const inWords = (value: unknown): Line => {
      const text = valueIn(value, key, report, writer)
      return text === null
        ? [quiet(t('revisions.nothing'))]
        : inLanguage({ text, language: language ?? writer.language }, writer)
    }
    if (isPassage(before) && isPassage(after) && before.body === after.body) {
      const [from, to] = [originIn(before, writer), originIn(after, writer)]
      return [label, ...inWords(after), quiet(` ${from} → ${to}`)]
    }
    const was = isEmpty(before) ? [] : [...inWords(before), plain(' → ')]
    return [label, ...was, ...inWords(after)]
  })
}

/** Where a wording comes from, and whether a person has checked it: what changed, where the words have not. */
function originIn({ origin, reviewedAt }: TextEntry, { t, day }: Writer): string {
  const reviewed = reviewedAt ? `${t('texts.reviewed')} ${day(reviewedAt)}` : t('texts.notReviewed')
  return `${t(`texts.origins.${origin}`)} ${reviewed}`
}

function isPassage(value: unknown): value is TextEntry {
  return typeof value === 'object' && value !== null && 'body' in value && 'origin' in value
}

/** The evidence is in the notes, where there are any, and the time of a confirmation is the revision's own. */
function isToldOtherwise(key: string, hasNotes: boolean): boolean {
  return /_confirmations_\w+_at$/.test(key) || (hasNotes && /^statement_.*citations$/.test(key))
}

/** What a place is called; what a side says of a statement goes by the side. */
function placeName(key: string, report: ProgressReport, writer: Writer): string {
  const { t } = writer
  const { side } = placeOf(key)
  if (side) return t('revisions.side', { city: cityNamed(side, report.names, writer.language) })
  const known = t.has(`revisions.places.${key}` as 'revisions.places.state')
  return known ? t(`revisions.places.${key}` as 'revisions.places.state') : key
}

/**
 * One line for a passage that changed in several languages: the report's, else the nearest.
 * The history of the item shows them all.
 */
function ofOneLanguage(all: readonly ChangedPlace[], language: Language): ChangedPlace[] {
  return all.filter((place) => {
    if (place.language === null) return true
    const versions = all.filter(({ key, language: held }) => key === place.key && held !== null)
    const order = [language, ...versions.map(({ language: held }) => held)]
    return (
      place.language === order.find((wanted) => versions.some((one) => one.language === wanted))
    )
  })
}

/** The state and what is said of it lead; the database keeps no order of keys. */
const leading = ['state', 'asOf', 'assertedBy', 'texts_note', 'texts_reason']

function inOrder(all: readonly ChangedPlace[]): ChangedPlace[] {
  const rank = ({ key }: ChangedPlace) => {
    const place = leading.indexOf(key.replace(/^statement_/, ''))
    return place === -1 ? leading.length : place
  }
  return [...all].sort((a, b) => rank(a) - rank(b))
}

/** Words that may be in another language than the report's, and then say so. */
function inLanguage(
  { text, language }: { text: string; language: Language },
  writer: Writer,
): Line {
  const line: Line = [{ kind: 'words', text, language }]
  if (language !== writer.language) line.push(writer.quiet(writer.t(`texts.fallback.${language}`)))
  return line
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

/** A value of the log as words; null where there is nothing. */
function valueIn(
  value: unknown,
  place: string,
  report: ProgressReport,
  writer: Writer,
): string | null {
  const { t, day } = writer
  if (isEmpty(value)) return null
  if (typeof value === 'boolean') return t(value ? 'revisions.yes' : 'revisions.no')
  if (Array.isArray(value)) {
    return value.map((entry) => entryIn(entry, report, writer)).join(t('reports.semicolon'))
  }
  if (typeof value === 'object') return entryIn(value, report, writer)
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return day(text)
  if (place === 'state' && isState(text)) return stateWord(text, t)
  if (place === 'statement_assertedBy' && assertionPattern.test(text)) {
    return assertionWord(text, writer.language, report.names)
  }
  if (place.endsWith('_stance') && isOneOf(['confirms', 'differs'] as const, text)) {
    return t(`reports.stances.${text}`)
  }
  if (place === 'kind' && isOneOf(documentKinds, text)) return t(`documents.kinds.${text}`)
  if (place === 'counted' && isOneOf(countedAnswers, text)) {
    return t(`documents.counted.${text}.label`)
  }
  if (place === 'fullTextPublished' && isOneOf(['yes', 'no', 'unknown'] as const, text)) {
    return t(`documents.fullText.${text}`)
  }
  return text
}

/** One of several values: a passage, a citation by its source, an organisation or person by name, a reference. */
function entryIn(entry: unknown, report: ProgressReport, writer: Writer): string {
  const { t, day, language } = writer
  const name = (slug: string) => pickText(report.names[slug], language)?.body ?? slug
  if (typeof entry === 'string') return name(entry)
  const { body, source, organisation } = Object(entry) as Record<string, unknown>
  if (typeof body === 'string') return body
  if (typeof organisation === 'string') return name(organisation)
  const cited = typeof source === 'string' ? report.sources[source] : undefined
  if (!cited) return String(source ?? JSON.stringify(entry))
  const published = cited.publishedOn ? day(cited.publishedOn) : t('sources.undated')
  return `${cited.publisher}${t('sources.separator')}${published}`
}

function isState(text: string): text is ItemState {
  return isStateOf('project', text) || isStateOf('document', text)
}

function isOneOf<Value extends string>(values: readonly Value[], text: string): text is Value {
  return (values as readonly string[]).includes(text)
}
