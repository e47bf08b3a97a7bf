import type { Officer } from '@/features/desk/officers/model'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { readForm } from '@/features/desk/round/edits/model/form'
import { type OpenEditor, openEditor } from '@/features/desk/round/edits/queries/open-editor'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import type { EditableKind } from '@/features/register/subjects/model/kinds'

export const nothingAsked = { again: null, itemise: false, conference: null, check: false }

/** The editor as it opens for an officer. */
export async function open(
  officer: Officer,
  kind: EditableKind,
  reference: string | null,
  asked: Partial<typeof nothingAsked> | { again: string } = {},
): Promise<OpenEditor> {
  const editor = await openEditor(officer, { kind, reference, ...nothingAsked, ...asked })
  if (!editor || editor === 'forbidden') throw new Error(`${kind} ${reference}: ${editor}`)
  return editor
}

/** What a form asks for. */
export function read(kind: EditableKind, values: FormValues) {
  const form = readForm(kind, values)
  if ('problems' in form) throw new Error(JSON.stringify(form.problems))
  return form.input
}

/** Opens the editor, changes fields, submits, and has somebody else publish it. */
export async function edit(
  author: Officer,
  reviewer: Officer,
  [kind, reference]: [EditableKind, string | null],
  change: FormValues,
): Promise<string> {
  const { values } = await open(author, kind, reference)
  const input = read(kind, { ...values, ...change })
  const outcome = await submitEdit(author, input)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  const published = await publishSubmission(reviewer, {
    id: outcome.submission,
    version: input.version,
  })
  if (!published.ok) throw new Error(JSON.stringify(published))
  return published.reference
}

/** The fields of a citation. */
export function cite(path: string, source: Record<string, string>, quote = '簽署'): FormValues {
  return {
    ...Object.fromEntries(
      Object.entries(source).map(([name, value]) => [`${path}.source.${name}`, value]),
    ),
    [`${path}.quote`]: quote,
  }
}

/** A source that the register holds. */
export const held = { kind: 'existing', slug: 'tkp-2024-04-27' }
