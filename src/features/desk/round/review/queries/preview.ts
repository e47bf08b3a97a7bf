import 'server-only'
import type { FieldProblem } from '@/components/forms/problems'
import { editContentOf } from '@/features/desk/round/edits/model/edit'
import { foreseeEdit } from '@/features/desk/round/edits/queries/merge-edit'
import { statementInput, storedView } from '@/features/desk/round/statements/input/statement'
import {
  type Proposal,
  withStatement,
  withView,
} from '@/features/desk/round/statements/model/proposal'
import { problemsAsThingsAre } from '@/features/desk/round/statements/model/standing'
import { readItem } from '@/features/desk/round/statements/queries/items'
import { findNewStatements } from '@/features/desk/round/statements/queries/new-statements'
import { readLatest } from '@/features/desk/round/submissions/queries/versions'
import { type ItemKind, itemKindOf } from '@/features/register/states/model/states'
import { isEditableKind } from '@/features/register/subjects/model/kinds'
import type { MergeConflict } from '@/features/register/subjects/model/merge'
import { editableOf, type ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import type { Submission } from '@/generated/prisma/client'
import { hongKongDay } from '@/i18n/formats'
import { now } from '@/server/clock'
import type { Database } from '@/server/database/database'

/** What publishing a submission would do to its subject as it is now. Snapshots are in the log's form. */
export type Preview = Proposal & {
  /** The subject as it is; null while it does not exist. */
  live: ProposedSnapshot | null
  /** Its version, which a decision is held against; 0 while it does not exist. */
  version: number
  /** The places that somebody else has changed differently; `snapshot` has the live value there. */
  conflicts: MergeConflict[]
  /** Whether it would be refused as it is, because the subject has moved on. */
  isOvertaken: boolean
  /** Why it could not be published as things are now. */
  problems: FieldProblem[]
}

type Row = Pick<
  Submission,
  'kind' | 'subjectKind' | 'subjectReference' | 'baseVersion' | 'content' | 'corrects'
> & { author: { side: string } }

/**
 * Previews a submission against what is published now.
 * @param seen the subject's version that a reviewer compared it with; null when nobody has yet, since the one
 *   who decides will see what is live.
 */
export async function previewOf(db: Database, row: Row, seen: number | null): Promise<Preview> {
  const { subjectKind, subjectReference: reference } = row
  const [latest] = reference ? await readLatest(db, [{ kind: subjectKind, reference }]) : []
  const live = latest?.snapshot ?? null
  const version = latest?.version ?? 0
  if (row.kind === 'edit') return { version, ...(await previewOfEdit(db, row, live)) }
  if (!live || !reference) throw new Error('A statement is of an item that exists.')
  const plain = { live, version, conflicts: [], problems: [] }
  const item = await readItem(db, reference)
  if (row.kind === 'view') {
    const { view, statementId } = storedView.parse(row.content)
    const isOvertaken = item?.live.statementId !== statementId
    return { ...plain, ...withView(live, view, row.author.side), isOvertaken }
  }
  const kind: ItemKind = itemKindOf(reference)
  const since = seen ?? version
  const moved = await findNewStatements(db, [{ kind, reference, since, now: version }])
  const statement = statementInput.parse(row.content)
  const problems = item
    ? problemsAsThingsAre(statement, item, hongKongDay(now()), {
        isCorrection: row.corrects !== null,
        authorSide: row.author.side,
      })
    : []
  return {
    ...plain,
    ...withStatement(live, statement, { side: row.author.side, version }),
    isOvertaken: moved.size > 0,
    problems,
  }
}

async function previewOfEdit(db: Database, row: Row, whole: ProposedSnapshot | null) {
  const { subjectKind: kind, subjectReference: reference, baseVersion } = row
  const { snapshot, newSources } = editContentOf(row.content)
  if (!isEditableKind(kind)) throw new Error(`A ${kind} cannot be edited.`)
  const { merged, conflicts, problems } = await foreseeEdit(db, kind, whole, {
    reference: reference ?? '',
    baseVersion,
    mine: snapshot,
  })
  return {
    live: whole && editableOf(whole),
    snapshot: merged,
    newSources,
    conflicts,
    isOvertaken: conflicts.length > 0,
    problems,
  }
}
