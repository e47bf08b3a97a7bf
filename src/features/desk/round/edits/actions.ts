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
}

/** Whose form it is, of what, and in which language it is read. */
type Editing = { officer: Officer; kind: EditableKind; language: Language }

/**
 * One submit of the editor's form; the button pressed says what is wanted. What was typed is saved as the
 * officer's draft, and the page shows it from there: it survives the window, is shown in every language, and
 * needs no script. Only what cannot be saved is returned as a state.
 */
export async function editAction(before: EditState, form: FormData): Promise<EditState> {
  const { intent = 'save', language: _, ...typed } = typedFields(form)
  const officer = await officerForAction(form)
  const { kind = '' } = typed
  const reason = !officer
    ? 'signed_out'
    : isEditableKind(kind)
      ? await answer({ officer, kind, language: languageOf(form) }, intent, typed)
      : 'invalid'
  return { turn: before.turn + 1, reason, values: typed }
}

async function answer(editing: Editing, intent: string, typed: FormValues): Promise<NotKept> {
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
      return isEditableKind(path) ? leave(editing, compacted(values), path) : 'invalid'
    default: {
      const after = afterIntent(values, intent, sources)
      return keep(editing, after.values, { step: 'edit', at: after.at })
    }
  }
}

/** Submits the form for review; whatever speaks against it is shown beside what was typed. */
async function submit(editing: Editing, typed: FormValues): Promise<NotKept> {
  const { officer, kind, language } = editing
  const values = await settleForm(kind, typed)
  const read = readForm(kind, values)
  if ('problems' in read) return keep(editing, values, { step: 'save' })
  const outcome = await submitEdit(officer, read.input)
  if (!outcome.ok) return keep(editing, values, { step: 'save' })
  const query = { saved: outcome.submission, ...(values.back ? { back: values.back } : {}) }
  const page = hrefTo(language, { ...editorPage(kind, read.input.reference), query })
  redirect(`${page}#main`)
}

/** Keeps the form as a draft, and shows it again. */
async function keep(
  editing: Editing,
  values: FormValues,
  { step, at = null }: { step: string; at?: string | null },
): Promise<NotKept> {
  const notKept = await store(editing, values)
  if (notKept) return notKept
  const { kind, language } = editing
  const query = { step, ...(at ? { at } : {}), ...(values.back ? { back: values.back } : {}) }
  const page = hrefTo(language, { ...editorPage(kind, values.reference), query })
  // Without a fragment of its own the new address would inherit the old one's.
  redirect(`${page}#${at ?? 'main'}`, RedirectType.replace)
}

/** Keeps the form as a draft, and leads to the editor of something that it lacks. */
async function leave(editing: Editing, values: FormValues, to: EditableKind): Promise<NotKept> {
  const notKept = await store(editing, values)
  if (notKept) return notKept
  const query = { back: `${editing.kind}.${values.reference || 'new'}` }
  redirect(hrefTo(editing.language, { ...editorPage(to, null), query }))
}

async function store({ officer, kind }: Editing, values: FormValues): Promise<NotKept | null> {
  const outcome = await saveDraft(officer, {
    key: draftKeyOf(kind, values.reference || null),
    values,
    baseVersion: values.version || '0',
  })
  return outcome.ok ? null : outcome.reason
}
