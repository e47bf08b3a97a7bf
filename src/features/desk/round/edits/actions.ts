'use server'

import { RedirectType, redirect } from 'next/navigation'
import { editorPage } from '@/features/desk/frame/model'
import type { Officer } from '@/features/desk/officers/model'
import { officerForAction } from '@/features/desk/officers/session'
import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import { listSources } from '@/features/register/sources/queries'
import { type EditableKind, isEditableKind } from '@/features/register/subjects/model/kinds'
import type { Language } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'
import { languageOf, typedFields } from '@/server/http/form'
import { saveDraft } from '../drafts/commands'
import { answerIn, draftedIn, type FoundDraft, seenField } from '../drafts/model'
import { findMovedDraft } from '../drafts/queries'
import { compacted } from '../submissions/model/form-rows'
import { submitEdit } from './commands/submit-edit'
import { draftKeyOf } from './model/edit'
import { readForm } from './model/form'
import { afterIntent, withHeldSources } from './model/form-intents'
import { settleForm } from './queries/settle-form'

/** Why a form could not be kept: a key of messages `refusals`. */
type NotKept = 'signed_out' | 'not_allowed' | 'invalid'

/** What the editor's form shows again when its fields could not be saved: why, and what was typed. */
export type EditState = {
  /** Counts the answers, so that the form takes up the values after each. */
  turn: number
  reason: NotKept | null
  values: FormValues | null
  /** What another window has kept in this form's draft, which nothing may overwrite unseen. */
  other: FoundDraft | null
}

/** Whose form it is, of what, in which language it is read, and which versions of its draft it has seen. */
type Editing = { officer: Officer; kind: EditableKind; language: Language; seen: string[] }

/** Why nothing was kept, and what another window has kept instead. */
type Refused = { reason: NotKept } | { other: FoundDraft }

/**
 * One submit of the editor's form; the button pressed says what is wanted. What was typed is saved as the
 * officer's draft, and the page shows it from there: it survives the window, is shown in every language, and
 * needs no script. Only what cannot be saved is returned as a state.
 */
export async function editAction(before: EditState, form: FormData): Promise<EditState> {
  const fields = typedFields(form)
  const { seen, values: typed } = draftedIn(fields)
  const officer = await officerForAction(form)
  const { kind = '' } = typed
  const refused: Refused = !officer
    ? { reason: 'signed_out' }
    : isEditableKind(kind)
      ? await answer({ officer, kind, language: languageOf(form), seen }, fields.intent, typed)
      : { reason: 'invalid' }
  const values = { ...typed, [seenField]: fields[seenField] ?? '' }
  return { turn: before.turn + 1, reason: null, other: null, ...refused, values }
}

async function answer(editing: Editing, intent = 'save', typed: FormValues = {}): Promise<Refused> {
  const asked = answerIn(intent)
  if (asked?.answer === 'take') showAgain(editing, typed, { as: asked.version })
  if (asked) return keep({ ...editing, seen: [asked.version] }, compacted(typed), { step: 'kept' })
  const sources = await listSources()
  const { values, held } = withHeldSources(typed, sources)
  if (held.length > 0) {
    // A source that is held already is chosen, and shown, before anything else happens.
    return keep(editing, compacted(values), { step: 'edit', at: held[0] ?? null })
  }
  const [verb, path = ''] = intent.split(':')
  switch (verb) {
    case 'save':
      return submit(editing, compacted(values))
    case 'preview':
      return keep(editing, compacted(values), { step: 'preview', at: 'preview' })
    case 'draft':
      return keep(editing, compacted(values), { step: 'kept' })
    case 'leave':
      return isEditableKind(path) ? leave(editing, compacted(values), path) : { reason: 'invalid' }
    default: {
      const after = afterIntent(values, intent, sources)
      return keep(editing, after.values, { step: 'edit', at: after.at })
    }
  }
}

/** Submits the form for review; whatever speaks against it is shown beside what was typed. */
async function submit(editing: Editing, typed: FormValues): Promise<Refused> {
  const { officer, kind, language, seen } = editing
  const other = await findMovedDraft(officer, draftKeyFor(editing, typed), { seen, values: typed })
  if (other) return { other }
  const values = await settleForm(kind, typed)
  const read = readForm(kind, values)
  if ('problems' in read) return keep(editing, values, { step: 'save' })
  const outcome = await submitEdit(officer, read.input, seen)
  if (!outcome.ok) return keep(editing, values, { step: 'save' })
  const query = { saved: outcome.submission, ...(values.back ? { back: values.back } : {}) }
  const page = hrefTo(language, { ...editorPage(kind, read.input.reference), query })
  redirect(`${page}#main`)
}

/** Keeps the form as a draft, and shows it again. */
async function keep(
  editing: Editing,
  values: FormValues,
  shown: { step: string; at?: string | null },
): Promise<Refused> {
  const outcome = await store(editing, values)
  return 'version' in outcome
    ? showAgain(editing, values, { ...shown, as: outcome.version })
    : outcome
}

/** Shows the form again, as this version of the draft has it. */
function showAgain(
  { kind, language }: Editing,
  values: FormValues,
  { step, at, as }: { step?: string; at?: string | null; as: string },
): never {
  const query = {
    ...(step ? { step } : {}),
    ...(at ? { at } : {}),
    ...(values.back ? { back: values.back } : {}),
    as,
  }
  const page = hrefTo(language, { ...editorPage(kind, values.reference), query })
  // Without a fragment of its own the new address would inherit the old one's.
  redirect(`${page}#${at ?? 'main'}`, RedirectType.replace)
}

/** Keeps the form as a draft, and leads to the editor of something that it lacks. */
async function leave(editing: Editing, values: FormValues, to: EditableKind): Promise<Refused> {
  const outcome = await store(editing, values)
  if (!('version' in outcome)) return outcome
  const query = { back: `${editing.kind}.${values.reference || 'new'}` }
  redirect(hrefTo(editing.language, { ...editorPage(to, null), query }))
}

/** Keeps the form as a draft, of the version that it answers. */
async function store(editing: Editing, values: FormValues): Promise<Refused | { version: string }> {
  const outcome = await saveDraft(editing.officer, {
    key: draftKeyFor(editing, values),
    values,
    baseVersion: values.version || '0',
    seen: editing.seen,
  })
  if (outcome.ok) return { version: outcome.version }
  return outcome.reason === 'draft_moved' ? { other: outcome.other } : { reason: outcome.reason }
}

function draftKeyFor({ kind }: Editing, values: FormValues): string {
  return draftKeyOf(kind, values.reference || null)
}
