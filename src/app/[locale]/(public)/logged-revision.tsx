import { RevisionOfRecord } from '@/features/register/history/components/revision-record'
import { readNamed } from '@/features/register/history/queries/named'
import { findRevision } from '@/features/register/log/queries/revisions'
import type { RecordedKind } from '@/features/register/subjects/model/pages'
import { shownRevision } from '@/i18n/shown-moment'

/** At the foot of a revision's page what the log keeps of it, folded. Draws nothing on every other page. */
export async function LoggedRevision({
  kind,
  reference,
}: {
  kind: RecordedKind
  reference: string
}) {
  if (!shownRevision()) return null
  const record = await findRevision({ kind, reference })
  if (!record) return null
  const names = await readNamed([record.revision, record.snapshot])
  return <RevisionOfRecord record={record} names={names} />
}
