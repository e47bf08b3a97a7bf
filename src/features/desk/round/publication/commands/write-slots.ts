import 'server-only'
import { type Round, signedBy } from '@/features/desk/round/submissions/model/submission'
import { recordRevision } from '@/features/register/log/commands/record'
import { midnight } from '@/features/register/subjects/model/columns'
import { kinds } from '@/features/register/subjects/model/kinds'
import type { LoggedCitation, ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import { hongKongDay } from '@/i18n/formats'
import type { Transaction } from '@/server/database/database'
import { writeCitations } from './write-facts'
import { addDocumentRow, idOf, nextInSeries, nextPosition } from './write-subjects'

/**
 * When an announced number is new, gives the conference a numbered slot for each announced project or
 * document without a row. A slot cites what the number cites. Slots are never removed: a number that turns
 * out smaller is a correction, which the ledger shows.
 */
export async function addSlots(
  tx: Transaction,
  conference: string,
  before: ProposedSnapshot | null,
  after: ProposedSnapshot,
  round: Round,
): Promise<void> {
  const was = before?.announced ?? {}
  const is = after.announced ?? {}
  const held = await tx.conference.findUniqueOrThrow({ where: { reference: conference } })
  const { id } = held
  for (const kind of ['projects', 'documents'] as const) {
    const { number = null, citations = [] } = is[kind] ?? {}
    if (number === null || number === (was[kind]?.number ?? null)) continue
    const rows =
      kind === 'projects'
        ? await tx.project.count({ where: { conferenceId: id } })
        : await tx.document.count({
            where: { conferenceId: id, counted: { in: ['yes', 'presumed'] } },
          })
    for (let missing = number - rows; missing > 0; missing--) {
      const reference =
        kind === 'projects'
          ? await addProjectSlot(tx, held)
          : await addDocumentRow(tx, held, 'd', {
              counted: 'yes',
              fullTextPublished: 'unknown',
            })
      const subject = kind === 'projects' ? ('project' as const) : ('document' as const)
      await writeCitations(
        tx,
        { [kinds[subject].owner]: await idOf(tx, subject, reference) },
        citations,
      )
      if (kind === 'documents') await stateSigned(tx, reference, null, citations, round)
      await recordRevision(tx, {
        kind: subject,
        reference,
        action: 'entered',
        ...signedBy(round),
        citations,
      })
    }
  }
}

async function addProjectSlot(
  tx: Transaction,
  conference: { id: string; reference: string },
): Promise<string> {
  const reference = await nextInSeries(tx.project, `${conference.reference}-u`)
  await tx.project.create({
    data: {
      reference,
      conferenceId: conference.id,
      itemised: false,
      position: await nextPosition(tx, conference.id, 'Project'),
    },
  })
  return reference
}

/**
 * Gives a new document the statement that it was signed, which is what was announced of it: as of the day of
 * its signing, else of its conference, else of today, citing the document's own evidence.
 */
export async function stateSigned(
  tx: Transaction,
  reference: string,
  signedOn: string | null,
  citations: readonly LoggedCitation[],
  round: Round,
): Promise<void> {
  const document = await tx.document.findUniqueOrThrow({
    where: { reference },
    include: { conference: true },
  })
  const asOf = signedOn
    ? midnight(signedOn)
    : (document.conference?.heldOn ?? midnight(hongKongDay(round.at)))
  const { id } = await tx.statusStatement.create({
    data: {
      documentId: document.id,
      documentState: 'signed',
      asOf,
      assertedBy: 'editor',
      authorId: round.author.id,
      approverId: round.approver.id,
      publishedAt: round.at,
    },
  })
  await writeCitations(tx, { statementId: id }, citations)
  await tx.document.update({
    where: { reference },
    data: { currentStatementId: id, stateAsOf: asOf },
  })
}
