import 'server-only'
import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import { readAtVersions } from '@/features/desk/round/submissions/queries/versions'
import type { EditableKind } from '@/features/register/subjects/model/kinds'
import { merge } from '@/features/register/subjects/model/merge'
import { editableOf } from '@/features/register/subjects/model/snapshot'
import { database } from '@/server/database/database'
import { settledValues, unsettled } from '../model/conflicts'
import { readForm } from '../model/form'
import { proposalOf } from '../model/proposal'

/**
 * The fields of a form once the officer has chosen whose wording to keep at each conflict. Returned unchanged
 * while any is undecided, or where there is no conflict.
 */
export async function settleForm(kind: EditableKind, values: FormValues): Promise<FormValues> {
  const reference = values.reference ?? ''
  const shownVersion = Number(values['conflict.version'])
  const read = readForm(kind, values)
  if (!shownVersion || 'problems' in read) return values
  const db = await database()
  const [base, live] = await readAtVersions(db, [
    { kind, reference, version: read.input.version },
    { kind, reference, version: shownVersion },
  ])
  if (!base || !live) return values
  const mine = proposalOf(base, read.input)
  const { conflicts } = merge(editableOf(base), mine.snapshot, editableOf(live))
  if (unsettled(conflicts, values).length > 0) return values
  return settledValues(kind, { base, mine, live }, shownVersion, values)
}
