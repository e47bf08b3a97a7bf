import 'server-only'
import type { FieldProblem } from '@/components/forms/problems'
import type { Officer } from '@/features/desk/officers/model'
import { findDraft } from '@/features/desk/round/drafts/queries'
import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import type { ShownTerm } from '@/features/register/glossary/model/term'
import { listTerms } from '@/features/register/glossary/queries'
import type { ShownRevision } from '@/features/register/log/model'
import { listRevisions } from '@/features/register/log/queries/revisions'
import type { EditableKind } from '@/features/register/subjects/model/kinds'
import type { MergeConflict } from '@/features/register/subjects/model/merge'
import { isSlot, type Snapshot } from '@/features/register/subjects/model/snapshot'
import { readTexts } from '@/features/register/texts/queries/read-texts'
import { unsettled } from '../model/conflicts'
import { draftKeyOf, type EditContent, type EditRefused, mayPropose } from '../model/edit'
import { fieldOfPath, readForm } from '../model/form'
import { inputOf, valuesOf } from '../model/form-values'
import { heldValues, newValues, withOrigins } from '../model/starting-values'
import { findEditable } from './editables'
import { judgeEdit } from './judge-edit'
import { type Choices, listChoices } from './list-choices'
import { findReturned, listUnderway, type UnderwayEdit } from './list-underway'

/** What came of a form that was checked or submitted. `reason` is a key of messages `refusals`. */
export type CheckedForm = {
  reason: EditRefused['reason'] | null
  problems: FieldProblem[]
  conflicts: MergeConflict[]
  /** What would be submitted, when nothing speaks against it. */
  proposed: EditContent | null
}

/** All that the editor of one subject shows. */
export type OpenEditor = {
  kind: EditableKind
  reference: string | null
  /** The subject as it is live, and its version; null and 0 for one that is to be added. */
  live: Snapshot | null
  version: number
  /** What the form shows, and where that comes from. */
  values: FormValues
  from: 'live' | 'draft' | 'submission'
  draft: { key: string; updatedAt: string | null; version: string | null }
  /** The officer's own edit that the form takes up. */
  own: UnderwayEdit | null
  /** Who else has an edit of the subject on its way. */
  others: string[]
  choices: Choices
  /** The subject's revisions, the latest first. */
  history: ShownRevision[]
  /** Who reviewed a text, by its passage and language: `title en`. */
  reviewers: ReadonlyMap<string, string>
  /** The glossary, which passages are held against. */
  terms: ShownTerm[]
  checked: CheckedForm | null
}

type EditorRequest = {
  kind: EditableKind
  reference: string | null
  /** A returned edit to take up again. */
  again: string | null
  /** Whether a slot is to be itemised. */
  itemise: boolean
  /** For which conference something is to be added. */
  conference: string | null
  /** Whether the draft is to be checked as it would be on submitting. */
  check: boolean
}

/** Opens the editor of a subject; null for an unknown reference, `forbidden` for who may not edit it. */
export async function openEditor(
  officer: Officer,
  request: EditorRequest,
): Promise<OpenEditor | 'forbidden' | null> {
  const { kind, reference } = request
  const subject = reference ? await findEditable(kind, reference) : null
  if (reference && !subject) return null
  if (!mayPropose(officer, kind, subject?.snapshot ?? null)) return 'forbidden'
  const choices = await listChoices()
  const underway = reference ? await listUnderway(officer, kind, reference) : []
  const returned = request.again ? await findReturned(officer, kind, request.again) : null
  const own = returned ?? underway.find(({ isOwn, state }) => isOwn && state !== 'approved') ?? null
  const key = draftKeyOf(kind, reference)
  const draft = await findDraft(officer, key)
  const values: FormValues =
    draft?.values ??
    (own && takenUp(kind, reference, own)) ??
    withOrigins(
      subject
        ? heldValues(kind, subject.reference, subject.version, subject.snapshot)
        : newValues(
            kind,
            { conferences: choices.conference, mechanisms: choices.mechanism },
            request.conference,
          ),
      kind,
      subject?.snapshot.texts ?? {},
      officer.city.script,
    )
  // The link that itemises a slot applies to a draft as well.
  if (request.itemise && subject && isSlot(subject.snapshot)) values['facts.itemised'] = 'on'
  return {
    kind,
    reference,
    live: subject?.snapshot ?? null,
    version: subject?.version ?? 0,
    values,
    from: draft ? 'draft' : own ? 'submission' : 'live',
    draft: { key, updatedAt: draft?.updatedAt ?? null, version: draft?.version ?? null },
    own,
    others: underway.filter(({ isOwn }) => !isOwn).map(({ author }) => author),
    choices,
    history: reference ? await listRevisions({ kind, reference }) : [],
    reviewers: (reference && (await readTexts({ kind, reference }))[0]?.reviewers) || new Map(),
    terms: await listTerms(),
    checked: draft && request.check ? await checkForm(officer, kind, values) : null,
  }
}

/** The form of an edit that was submitted before. */
function takenUp(kind: EditableKind, reference: string | null, edit: UnderwayEdit): FormValues {
  const { snapshot, newSources } = edit.content
  const input = inputOf(kind, reference, edit.baseVersion, snapshot, newSources)
  return valuesOf({
    ...input,
    correction: edit.correction,
    replaces: edit.state === 'returned' ? edit.id : null,
  })
}

/** What submitting the form would answer, without submitting it. */
async function checkForm(
  officer: Officer,
  kind: EditableKind,
  values: FormValues,
): Promise<CheckedForm> {
  const none = { problems: [], conflicts: [], proposed: null }
  const read = readForm(kind, values)
  if ('problems' in read) return { ...none, reason: 'invalid', problems: read.problems }
  const judged = await judgeEdit(officer, read.input)
  if (!('reason' in judged)) return { ...none, reason: null, proposed: judged.content }
  if (judged.reason === 'invalid') {
    const problems = judged.problems.map(({ field, code }) => ({ field: fieldOfPath(field), code }))
    return { ...none, reason: 'invalid', problems }
  }
  if (judged.reason === 'conflict') {
    // Undecided conflicts are marked only after a first attempt to submit.
    const open = values['conflict.version'] ? unsettled(judged.conflicts, values) : []
    const problems = open.map((field) => ({ field, code: 'required' as const }))
    return { ...none, reason: 'conflict', conflicts: judged.conflicts, problems }
  }
  return { ...none, reason: judged.reason }
}
