'use server'

import { redirect } from 'next/navigation'
import { type FieldProblem, problemsIn } from '@/components/forms/problems'
import { textsPage } from '@/features/desk/frame/model'
import { officerForAction } from '@/features/desk/officers/session'
import { type EditableKind, isEditableKind } from '@/features/register/subjects/model/kinds'
import type { PassageName } from '@/features/register/texts/model/text'
import { isLanguage, type Language, languages } from '@/i18n/language'
import { type LocalizedText, originalLanguage } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { languageOf, typedFields } from '@/server/http/form'
import { submitEdits } from '../edits/commands/submit-edit'
import { textsInput } from '../edits/input'
import type { EditRefused } from '../edits/model/edit'
import { findEditable } from '../edits/queries/editables'
import {
  acceptedTexts,
  editedTexts,
  type NamedText,
  proposalFor,
  readNamedText,
  textFilter,
} from './input'
import { readSeen } from './queries/find-subject-texts'

/** Why texts were refused: a key of messages `refusals`. */
export type TextsReason = EditRefused['reason'] | 'signed_out'

/** A text that somebody else has changed differently: theirs, null where they took it out. */
export type TextConflict = { field: string; theirs: string | null }

/** What the form of a subject's texts shows again: everything typed, and what came of it. */
export type TextsState = {
  /** Counts the answers, so that the form takes up new values after each. */
  turn: number
  values: Record<string, string>
  problems: FieldProblem[]
  reason: TextsReason | null
  conflicts: TextConflict[]
}

/** One submit of a subject's texts: a proposal by OpenCC for one of them, or all that was changed or marked as read. */
export async function textsAction(before: TextsState, form: FormData): Promise<TextsState> {
  const values = typedFields(form)
  const again: TextsState = {
    turn: before.turn + 1,
    values,
    problems: [],
    reason: null,
    conflicts: [],
  }
  const officer = await officerForAction(form)
  if (!officer) return { ...again, reason: 'signed_out' }
  const { kind = '', reference = '', version = '', waiting = '' } = values
  if (!isEditableKind(kind)) return { ...again, reason: 'no_such_item' }
  const subject = { kind, reference, version: Number(version), waiting: waiting || null }
  const [seen] = await readSeen(officer, [subject])
  if (!seen) return { ...again, reason: 'no_such_item' }
  if (values.intent?.startsWith('propose.')) {
    return { ...again, values: withProposal(seen, values, values.intent.slice(8)) }
  }
  const passages = editedTexts(seen, values)
  if (Object.keys(passages).length === 0) return { ...again, reason: 'nothing_changed' }
  const parsed = textsInput.safeParse({ kind, reference, version, passages })
  if (!parsed.success) {
    return { ...again, reason: 'invalid', problems: problemsIn(parsed.error.issues, fieldOfInput) }
  }
  const outcome = await submitEdits(officer, [parsed.data])
  if (outcome.ok) {
    const [as] = outcome.submissions
    const query = { saved: 'submitted', ...(as ? { as } : {}) }
    redirect(hrefTo(languageOf(values), { ...textsPage(kind, reference), query }))
  }
  const [refusal] = outcome.refusals
  if (refusal?.reason === 'invalid') {
    const problems = refusal.problems.map(({ field, code }) => ({ field: fieldOf(field), code }))
    return { ...again, reason: 'invalid', problems }
  }
  if (refusal?.reason !== 'conflict') return { ...again, reason: refusal?.reason ?? 'no_such_item' }
  // Submitted again, the form speaks of the version that is shown beside it now.
  const live = await findEditable(kind, reference)
  return {
    ...again,
    values: { ...values, version: String(live?.version ?? version) },
    reason: 'conflict',
    conflicts: refusal.conflicts.map(({ path, theirs }) => ({
      field: fieldOf(path),
      theirs: bodyOf(theirs),
    })),
  }
}

/** The values with one text as OpenCC proposes it; `place` is `title.zh-Hans`. */
function withProposal(
  seen: ReadonlyMap<PassageName, LocalizedText>,
  values: Record<string, string>,
  place: string,
): Record<string, string> {
  const language = place.slice(place.lastIndexOf('.') + 1)
  const name = place.slice(0, place.lastIndexOf('.'))
  if (!isLanguage(language)) return values
  const bodies: Partial<Record<Language, string>> = Object.fromEntries(
    languages.map((one) => [one, values[`body.${name}.${one}`] ?? '']),
  )
  const proposed = proposalFor(language, bodies, originalLanguage(seen.get(name) ?? {}))
  if (proposed === null) return values
  // The text has changed, so it no longer counts as read.
  const { [`checked.${place}`]: _, ...rest } = values
  return { ...rest, [`body.${place}`]: proposed, proposed: place }
}

/** The form's field for a path of its input: `passages.title.en.origin`. */
function fieldOfInput(path: string): string {
  const which = path.endsWith('.origin') ? 'origin' : 'body'
  return path.replace(/^passages\.(.+\.(?:zh-Hant|zh-Hans|en))(\..*)?$/, `${which}.$1`)
}

/** The form's field for a place of a snapshot: `texts.title.en`, `statement.texts.note.en`. */
function fieldOf(path: string): string {
  return `body.${path.replace(/^(statement\.)?texts\./, '$1')}`
}

function bodyOf(passage: unknown): string | null {
  if (typeof passage !== 'object' || passage === null || !('body' in passage)) return null
  return String(passage.body)
}

/** What the board shows again: what was chosen, and what came of it. */
export type AcceptState = {
  turn: number
  /** The texts chosen, as the checkboxes name them. */
  chosen: string[]
  reason: 'signed_out' | 'nothing_picked' | 'refused' | null
  /** The subjects at fault. */
  refused: { kind: EditableKind; reference: string; reason: TextsReason }[]
}

/** Accepts the conversions chosen on the board: one submission for each subject, all of them or none. */
export async function acceptAction(before: AcceptState, form: FormData): Promise<AcceptState> {
  const chosen = form.getAll('accept').flatMap((one) => (typeof one === 'string' ? [one] : []))
  const again: AcceptState = { turn: before.turn + 1, chosen, reason: null, refused: [] }
  const officer = await officerForAction(form)
  if (!officer) return { ...again, reason: 'signed_out' }
  const subjects = bySubject(chosen.slice(0, 300).flatMap((one) => readNamedText(one) ?? []))
  if (subjects.length === 0) return { ...again, reason: 'nothing_picked' }
  const seen = await readSeen(
    officer,
    subjects.map(([text]) => ({ ...text, waiting: null })),
  )
  const inputs = subjects.map(([{ kind, reference, version }, texts], index) =>
    textsInput.parse({
      kind,
      reference,
      version,
      passages: acceptedTexts(seen[index] ?? new Map(), texts),
    }),
  )
  const outcome = await submitEdits(officer, inputs)
  if (!outcome.ok) {
    return {
      ...again,
      reason: 'refused',
      refused: outcome.refusals.flatMap(({ index, reason }) => {
        const subject = subjects[index]?.[0]
        return subject ? [{ kind: subject.kind, reference: subject.reference, reason }] : []
      }),
    }
  }
  const values = typedFields(form)
  const asked = Object.fromEntries(new URLSearchParams(values.filter ?? ''))
  const filter = textFilter.begun(textFilter.read(asked))
  const query = { ...textFilter.write(filter), done: String(subjects.length) }
  redirect(hrefTo(languageOf(values), { pathname: '/desk/texts', query }))
}

/** Texts gathered by subject, each with the first of them that names it. */
function bySubject(texts: readonly NamedText[]): [NamedText, NamedText[]][] {
  const groups = new Map<string, [NamedText, NamedText[]]>()
  for (const text of texts) {
    const key = `${text.kind} ${text.reference}`
    const held = groups.get(key)
    if (held) held[1].push(text)
    else groups.set(key, [text, [text]])
  }
  return [...groups.values()]
}
