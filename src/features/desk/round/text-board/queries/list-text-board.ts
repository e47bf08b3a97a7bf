import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayEdit } from '@/features/desk/officers/policy'
import { underway } from '@/features/desk/round/submissions/model/submission'
import { listAlternatives } from '@/features/register/glossary/queries'
import { type Clause, isFoundIn, parseQuery } from '@/features/register/search/model/query'
import { type EditableKind, editableKinds } from '@/features/register/subjects/model/kinds'
import {
  type BoardPassage,
  type CountedSubject,
  type TextBoard,
  type TextState,
  textStateOf,
  textStates,
} from '@/features/register/texts/model/text'
import { readTexts, type SubjectTexts } from '@/features/register/texts/queries/read-texts'
import { fold } from '@/i18n/fold'
import { type Language, languages } from '@/i18n/language'
import { partOfNumber } from '@/i18n/pages'
import { database } from '@/server/database/database'
import { type TextFilter, textFilter } from '../input'
import { staleKey, staleSince } from './stale-since'

/** Fewer than in other lists: all the conversions on a page can be accepted at once, and have to be read first. */
const passagesPerPage = 30

/**
 * One page of the passages that the filter asks for, each in three languages with how it stands there, and the
 * counts of what the filters would leave. A page beyond the last is the last one.
 */
export async function listTextBoard(filter: TextFilter, officer: Officer): Promise<TextBoard> {
  const words = filter.q ? parseQuery(filter.q, await listAlternatives()) : []
  const subjects = await readTexts()
  const all = subjects.flatMap((subject) => passagesOf(subject, officer))
  const find = (asked: TextFilter) => all.filter((one) => isAsked(one, asked, words, officer))
  const found = find(filter)
  const { start, ...part } = partOfNumber(found.length, filter.page, passagesPerPage)
  const shown = found.slice(start, start + passagesPerPage)
  return {
    passages: await completed(shown, officer),
    ...part,
    states: countStates(find(textFilter.without(filter, 'state')), filter.language),
    kinds: countKinds(find(textFilter.without(filter, 'kind'))),
    fields: countIn(subjects, 'field', find(textFilter.without(filter, 'field')), isOfField),
    conferences: countIn(
      subjects,
      'conference',
      find(textFilter.without(filter, 'conference')),
      isOfConference,
    ),
  }
}

function passagesOf(subject: SubjectTexts, officer: Officer): BoardPassage[] {
  const { passages, reviewers: _, ...rest } = subject
  return passages.map(({ name, text }) => ({
    ...rest,
    name,
    text,
    states: Object.fromEntries(
      languages.map((language) => [language, textStateOf(text, language)]),
    ) as Record<Language, TextState>,
    staleSince: {},
    mayEdit: mayEdit(officer, rest),
    waiting: null,
  }))
}

function isAsked(
  passage: BoardPassage,
  { kind, field, conference, mine, language, state }: TextFilter,
  words: readonly Clause[],
  officer: Officer,
): boolean {
  if (kind && passage.kind !== kind) return false
  if (field && !isOfField(passage, field)) return false
  if (conference && !isOfConference(passage, conference)) return false
  if (mine && !isInCharge(passage, officer)) return false
  const asked = language ? [language] : languages
  if (state && !asked.some((one) => passage.states[one] === state)) return false
  return words.length === 0 || holds(passage, words)
}

function isOfField(passage: BoardPassage, field: string): boolean {
  return passage.fields.includes(field)
}

/** A development belongs to a conference by its fields. */
function isOfConference(passage: BoardPassage, conference: string): boolean {
  return (
    passage.conference === conference ||
    passage.fields.some((field) => field.startsWith(`${conference}-`))
  )
}

/** In an officer's charge: what belongs to their fields; where none is assigned, whatever they may change. */
function isInCharge(passage: BoardPassage, officer: Officer): boolean {
  if (officer.fields.length === 0) return passage.mayEdit
  return passage.fields.some((field) => officer.fields.includes(field))
}

function holds({ reference, text }: BoardPassage, words: readonly Clause[]): boolean {
  const folded = [reference, ...Object.values(text).map(({ body }) => body)].map(fold).join('\n')
  return isFoundIn(words, folded)
}

function countStates(passages: readonly BoardPassage[], language: Language | undefined) {
  const counts = Object.fromEntries(textStates.map((state) => [state, 0])) as TextBoard['states']
  for (const { states } of passages) {
    for (const one of language ? [language] : languages) counts[states[one]] += 1
  }
  return counts
}

function countKinds(passages: readonly BoardPassage[]): TextBoard['kinds'] {
  const counts: Partial<Record<EditableKind, number>> = {}
  for (const kind of editableKinds) {
    const count = passages.filter((passage) => passage.kind === kind).length
    if (count > 0) counts[kind] = count
  }
  return counts
}

/** The fields or conferences that any of the passages belong to. */
function countIn(
  subjects: readonly SubjectTexts[],
  kind: 'field' | 'conference',
  passages: readonly BoardPassage[],
  belongs: (passage: BoardPassage, reference: string) => boolean,
): CountedSubject[] {
  return subjects
    .filter((subject) => subject.kind === kind)
    .map(({ reference, title }) => ({
      reference,
      name: title,
      count: passages.filter((passage) => belongs(passage, reference)).length,
    }))
    .filter(({ count }) => count > 0)
}

/** The passages of a page with since when they are stale, and whose changes are waiting. */
async function completed(shown: BoardPassage[], officer: Officer): Promise<BoardPassage[]> {
  if (shown.length === 0) return []
  const since = await staleSince(
    shown.map((passage) => ({
      ...passage,
      passages: [{ name: passage.name, text: passage.text }],
    })),
  )
  const db = await database()
  const waiting = await db.submission.findMany({
    where: {
      kind: 'edit',
      state: underway,
      OR: shown.map(({ kind, reference }) => ({ subjectKind: kind, subjectReference: reference })),
    },
    select: { subjectKind: true, subjectReference: true, authorId: true },
  })
  return shown.map((passage) => {
    const { kind, reference, name } = passage
    const changes = waiting.filter(
      (row) => row.subjectKind === kind && row.subjectReference === reference,
    )
    const isMine = changes.some(({ authorId }) => authorId === officer.id)
    return {
      ...passage,
      waiting: isMine ? 'mine' : changes.length > 0 ? 'others' : null,
      staleSince: Object.fromEntries(
        languages.flatMap((language) => {
          const one = since.get(staleKey(kind, reference, name, language))
          return one ? [[language, one]] : []
        }),
      ),
    }
  })
}
