import { type ChangedPlace, changedPlaces } from '@/features/register/history/model/changed-places'
import { placeName, type Voice } from '@/features/register/history/wording/place'
import {
  originWords,
  plainEntry,
  runsOfWords,
  valueWords,
} from '@/features/register/history/wording/value'
import { isEmpty, isPassage } from '@/features/register/subjects/model/values'
import type { Language } from '@/i18n/language'
import { pickWords } from '@/i18n/localized-text'
import { type ProgressReport, type ReportedChange, withSource } from '../model'
import type { Block, Line, Piece } from './blocks'
import type { Writer } from './writer'

/** The changes of the log in words: the day, what was changed, and each changed place before and after. */
export function changeEntries(report: ProgressReport, writer: Writer): Block {
  const { t, plain, language } = writer
  const { entries } = report.changes
  const voice = { language, t, names: report.names, sources: report.sources }
  return {
    kind: 'entries',
    caption: [plain(t('reports.changesHere', { count: entries.length }))],
    entries: entries.map((change) => ({
      head: headOf(change, report, writer),
      lines: [...corrections(change, writer), ...places(change, voice, writer)],
    })),
  }
}

/** What was changed, what was done to it on which day, and the notes that it rests on. */
function headOf(change: ReportedChange, report: ProgressReport, writer: Writer): Line {
  const { t, plain, quiet, strong, day } = writer
  const rests = change.citations.flatMap((citation) => withSource(citation, report.sources) ?? [])
  const name = writer.title(change.title)
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
    const reason = pickWords(change.correctionReason, language)
    if (reason) lines.push([plain(t('reports.correctionReason')), ...inLanguage(reason, writer)])
  }
  for (const number of change.correctedBy) {
    lines.push([strong(t('reports.correctedBy', { number: String(number) }))])
  }
  return lines
}

/** Each changed place: what it was and what it is, or only what it is where there was nothing. */
function places(change: ReportedChange, voice: Voice, writer: Writer): Line[] {
  // A first entry is shown by the tables above, and in full by the item's history.
  if (change.revision === 1) return []
  const { t, plain, quiet } = writer
  const told = changedPlaces(change.changes, false).filter(
    ({ key }) => !isToldOtherwise(key, change.citations.length > 0),
  )
  return inOrder(ofOneLanguage(told, writer.language)).map(({ key, language, before, after }) => {
    const label = quiet(`${placeName({ key, language: null }, voice)}${t('reports.colon')}`)
    const inWords = (value: unknown): Line => {
      if (isEmpty(value)) return [quiet(t('revisions.nothing'))]
      if (language && isPassage(value)) {
        return inLanguage({ text: value.body, language }, writer)
      }
      return runsOfWords(valueWords(key, value, voice), t('reports.semicolon'), voice).map(
        (run): Piece => ({ kind: 'words', ...run }),
      )
    }
    if (isPassage(before) && isPassage(after) && before.body === after.body) {
      const [from, to] = [before, after].map((one) =>
        plainEntry(originWords(one, voice), ' ', voice),
      )
      return [label, ...inWords(after), quiet(` ${from} → ${to}`)]
    }
    const was = isEmpty(before) ? [] : [...inWords(before), plain(' → ')]
    return [label, ...was, ...inWords(after)]
  })
}

/** The evidence is in the notes, where there are any, and the time of a confirmation is the revision's own. */
function isToldOtherwise(key: string, hasNotes: boolean): boolean {
  return /_confirmations_\w+_at$/.test(key) || (hasNotes && /^statement_.*citations$/.test(key))
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
