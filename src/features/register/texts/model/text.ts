import { createHash } from 'node:crypto'
import type { EditableKind } from '@/features/register/subjects/model/kinds'
import type { Evidenced, ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import type { Language } from '@/i18n/language'
import { type LocalizedText, originalLanguage, type TextEntry } from '@/i18n/localized-text'
import type { NumberedPart } from '@/i18n/pages'

/** A text row as the database holds it, whoever owns it. */
export type TextRow = {
  part: string
  language: string
  body: string
  origin: TextEntry['origin']
  originDetail: TextEntry['originDetail']
  derivedFromHash: string | null
  reviewedAt: Date | null
}

/** SHA-256 (hex) of a text's body: what a text derived from it remembers. */
export function textHash(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex')
}

/** Whether the original has changed since this text was made from it. */
export function isStale(text: LocalizedText, language: Language): boolean {
  const derivedFrom = text[language]?.derivedFromHash
  if (!derivedFrom) return false
  const original = originalLanguage(text)
  const body = original && text[original]?.body
  return body !== undefined && body !== null && textHash(body) !== derivedFrom
}

/**
 * The state of a passage in one language, for those who maintain the texts. `editorial`: written by the
 * register beside the original, and not from it. `accepted`: a conversion that a person has accepted or
 * rewritten.
 */
export const textStates = [
  'original',
  'official',
  'editorial',
  'reviewed',
  'unreviewed',
  'conversion',
  'accepted',
  'stale',
  'missing',
] as const
export type TextState = (typeof textStates)[number]

/** The state of a passage in a language; stale takes precedence. */
export function textStateOf(text: LocalizedText, language: Language): TextState {
  const entry = text[language]
  if (!entry) return 'missing'
  if (isStale(text, language)) return 'stale'
  if (originalLanguage(text) === language) return 'original'
  switch (entry.origin) {
    case 'script_conversion':
      return 'conversion'
    case 'unofficial_translation':
      return entry.reviewedAt ? 'reviewed' : 'unreviewed'
    case 'editorial':
      return entry.derivedFromHash ? 'accepted' : 'editorial'
    default:
      return 'official'
  }
}

/** What an officer may say of a text that they have read against its original; null where it needs no such word. */
export function checkOf(state: TextState): 'conversion' | 'stale' | 'unreviewed' | null {
  return state === 'conversion' || state === 'stale' || state === 'unreviewed' ? state : null
}

/** A passage's name: a part of the subject (`title`), or of the statement that is live for it (`statement.note`). */
export type PassageName = string

/** The part of the live statement that a passage's name means; null for a part of the subject itself. */
export function statementPart(name: PassageName): string | null {
  return /^statement\.(\w+)$/.exec(name)?.[1] ?? null
}

/** What a subject is called, by its texts: a title, a name, or its text. */
export function titleIn(texts: Evidenced['texts']): LocalizedText {
  return texts.title ?? texts.name ?? texts.text ?? texts.summary ?? {}
}

/** A passage of a snapshot by its name; null where it has none. */
export function passageIn(snapshot: ProposedSnapshot, name: PassageName): LocalizedText | null {
  const part = statementPart(name)
  if (!part) return snapshot.texts[name] ?? null
  return snapshot.statement?.texts[part] ?? null
}

/** Every passage of a snapshot by name, those of the live statement last. */
export function passagesIn(snapshot: ProposedSnapshot): [PassageName, LocalizedText][] {
  const { statement } = snapshot
  const named = (texts: Evidenced['texts'], prefix: string) =>
    Object.entries(texts).flatMap(([part, text]): [PassageName, LocalizedText][] =>
      text && Object.keys(text).length > 0 ? [[prefix + part, text]] : [],
    )
  const inOrder = (passages: [PassageName, LocalizedText][]) =>
    passages.sort(([a], [b]) => placeOf(a) - placeOf(b))
  return inOrder([...named(snapshot.texts, ''), ...named(statement?.texts ?? {}, 'statement.')])
}

/** Where a passage stands among those of its subject, as a reader meets them. */
export function placeOf(name: PassageName): number {
  return (passageNames as readonly string[]).indexOf(name)
}

export const passageNames = [
  'name',
  'title',
  'text',
  'summary',
  'publisher',
  'place',
  'note',
  'definition',
  'statement.note',
  'statement.reason',
] as const

/** A text's original, as the text was made from it and as it is now. */
export type OriginalChange = { original: Language; was: string; is: string }

/** A revision as far as it tells what became of a passage. */
export type PassageRevision = { before: ProposedSnapshot | null; after: ProposedSnapshot }

/**
 * The revision at which the original of a stale text became another than the text was made from: the last one
 * that changed it from that wording. Null where the text is not stale, or the log does not know its original.
 */
export function changeBehind<Entry extends PassageRevision>(
  history: readonly Entry[],
  name: PassageName,
  language: Language,
  now: LocalizedText,
): (OriginalChange & { entry: Entry }) | null {
  const hash = now[language]?.derivedFromHash
  const original = originalLanguage(now)
  const is = original && now[original]?.body
  if (!hash || !original || !is || !isStale(now, language)) return null
  const bodyWith = (snapshot: ProposedSnapshot | null): string | null => {
    const passage = snapshot && passageIn(snapshot, name)
    const bodies = Object.values(passage ?? {}).map(({ body }) => body)
    return bodies.find((body) => textHash(body) === hash) ?? null
  }
  for (const entry of [...history].reverse()) {
    const was = bodyWith(entry.before)
    if (was !== null && bodyWith(entry.after) === null) return { entry, original, was, is }
  }
  return null
}

/** When, by which revision and by whom an original was changed. Times are ISO; names are for the desk alone. */
export type StaleSince = OriginalChange & {
  /** The revision's number in the whole log, and within its subject. */
  number: number
  revision: number
  recordedAt: string
  /** Null where the register itself acted. */
  author: string | null
  approver: string | null
}

/** A passage on the board of texts. */
export type BoardPassage = {
  kind: EditableKind
  reference: string
  name: PassageName
  /** The subject's version. */
  version: number
  /** What the subject is called. */
  title: LocalizedText
  /** References of the fields that the subject belongs to, and of its conference. */
  fields: string[]
  conference: string | null
  text: LocalizedText
  states: Record<Language, TextState>
  staleSince: Partial<Record<Language, StaleSince>>
  /** Whether the officer may propose a change of it, and whose change of the subject waits for review. */
  mayEdit: boolean
  waiting: 'mine' | 'others' | null
}

/** Whether any text of the passage is a conversion that the officer may accept on the board; their own waiting change is carried on at its page. */
export function isAcceptable({ states, mayEdit, waiting }: BoardPassage): boolean {
  return mayEdit && waiting !== 'mine' && Object.values(states).includes('conversion')
}

/** One page of the board. Counts are of texts, in the language asked for or in all three. */
export type TextBoard = NumberedPart & {
  passages: BoardPassage[]
  /** How many texts there would be in each state, and passages of each kind, the other filters as they are. */
  states: Record<TextState, number>
  kinds: Partial<Record<EditableKind, number>>
  fields: CountedSubject[]
  conferences: CountedSubject[]
}

/** A field or conference, and how many passages belong to it. */
export type CountedSubject = { reference: string; name: LocalizedText; count: number }

/** A passage of a subject, side by side. */
export type SidePassage = {
  name: PassageName
  text: LocalizedText
  states: Record<Language, TextState>
  /** Who of the desk reviewed each text; nobody where the register entered it itself. */
  reviewers: Partial<Record<Language, string>>
  staleSince: Partial<Record<Language, StaleSince>>
}

/** The texts of a subject as its page at the desk shows them. */
export type SideBySide = {
  kind: EditableKind
  reference: string
  /** The version that they stand on. */
  version: number
  title: LocalizedText
  passages: SidePassage[]
  mayEdit: boolean
  /** The officer's own change that waits for review, whose texts are shown; null when there is none. */
  waiting: string | null
  /** Whether somebody else's change of the subject waits for review too. */
  hasOthersWaiting: boolean
}

/** What a row keeps of an entry, apart from whose it is and who read it: one list of columns for whoever writes one. */
export function entryColumns({
  body,
  origin,
  originDetail,
  derivedFromHash,
}: Omit<TextEntry, 'reviewedAt'>): Omit<TextEntry, 'reviewedAt'> {
  return { body, origin, originDetail, derivedFromHash }
}

/** Text rows of one owner, by part and language. */
export function textsByPart(rows: readonly TextRow[]): Partial<Record<string, LocalizedText>> {
  const parts: Partial<Record<string, LocalizedText>> = {}
  for (const row of rows) {
    const part = parts[row.part] ?? {}
    parts[row.part] = part
    part[row.language as Language] = {
      ...entryColumns(row),
      reviewedAt: row.reviewedAt?.toISOString() ?? null,
    }
  }
  return parts
}
