import type { Officer } from '@/features/desk/officers/model'
import { submitEdits } from '@/features/desk/round/edits/commands/submit-edit'
import { type TextsInput, textsInput } from '@/features/desk/round/edits/input'
import { findEditable } from '@/features/desk/round/edits/queries/editables'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { editedTexts } from '@/features/desk/round/text-board/input'
import {
  findSubjectTexts,
  readSeen,
} from '@/features/desk/round/text-board/queries/find-subject-texts'
import type { EditableKind } from '@/features/register/subjects/model/kinds'
import { passageIn } from '@/features/register/texts/model/text'
import type { Language } from '@/i18n/language'
import { database } from '@/server/database/database'

/** What the form of a subject's texts would post, as its action reads it. */
export async function change(
  officer: Officer,
  kind: EditableKind,
  reference: string,
  values: Record<string, string>,
): Promise<TextsInput> {
  const subject = await findSubjectTexts(kind, reference, officer)
  if (!subject) throw new Error(`There is no ${kind} ${reference}.`)
  const [seen] = await readSeen(officer, [subject])
  const passages = editedTexts(seen ?? new Map(), values)
  return textsInput.parse({ kind, reference, version: subject.version, passages })
}

/** Submits a change of texts, and publishes it. */
export async function publish(author: Officer, reviewer: Officer, input: TextsInput) {
  const outcome = await submitEdits(author, [input])
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  return publishOne(reviewer, outcome.submissions[0] ?? '')
}

/** Publishes a submission as it was submitted. */
export async function publishOne(reviewer: Officer, id: string) {
  const { baseVersion } = await (await database()).submission.findUniqueOrThrow({
    where: { id },
  })
  const published = await publishSubmission(reviewer, { id, version: baseVersion })
  if (!published.ok) throw new Error(`Not published: ${JSON.stringify(published)}`)
  return published
}

/** A text as it is now. */
export async function text(
  kind: EditableKind,
  reference: string,
  name: string,
  language: Language,
) {
  const subject = await findEditable(kind, reference)
  return subject && passageIn(subject.snapshot, name)?.[language]
}
