import { randomUUID } from 'node:crypto'
import { recordRevision } from '@/features/register/log/commands/record'
import type { AssertedBy } from '@/features/register/states/model/statements'
import type { DocumentState, ProjectState } from '@/generated/prisma/client'
import { now } from '@/server/clock'
import type { Facts, StatedCitation } from './facts'
import { toPassage } from './passages'
import { idOf, toLogged } from './rows'
import type { Run } from './run'

/** The register itself, which enters the facts that it opens with. */
export const register = {
  role: 'register',
  side: null,
  officerId: null,
} as const

type Statement = {
  asOf: Date
  assertedBy: AssertedBy
  citations: StatedCitation[]
} & (
  | { projectId: string; projectState: ProjectState }
  | { documentId: string; documentState: DocumentState }
)

/** Adds a statement with its citations. @returns its id. */
export async function addStatement(run: Run, statement: Statement): Promise<string> {
  const { citations, ...facts } = statement
  const id = randomUUID()
  await run.tx.statusStatement.create({
    data: { ...facts, id, publishedAt: now() },
  })
  run.rows.addCitations({ statementId: id }, citations)
  return id
}

/**
 * Publishes the opening statuses, oldest first, of the projects that this run has entered; a project that
 * the register had before keeps the state it has.
 *
 * @returns how many revisions that made.
 */
export async function publishOpeningStatuses(
  run: Run,
  statuses: Facts['openingStatuses'],
): Promise<number> {
  const { tx, rows } = run
  const isNew = new Set(run.entered.map(({ kind, reference }) => `${kind} ${reference}`))
  const due = statuses
    .filter(({ project }) => isNew.has(`project 6-${project}`))
    .sort((a, b) => a.asOf.getTime() - b.asOf.getTime())
  for (const { project, status, asOf, assertedBy, note, citations } of due) {
    const reference = `6-${project}`
    const projectId = idOf(run.ids.project, reference)
    const statementId = await addStatement(run, {
      projectId,
      projectState: status,
      asOf,
      assertedBy,
      citations,
    })
    rows.addText({ statementId }, 'note', toPassage(note, 'editorial'))
    await rows.write(tx)
    await tx.project.update({
      where: { id: projectId },
      data: { state: status, stateAsOf: asOf, currentStatementId: statementId },
    })
    await recordRevision(tx, {
      kind: 'project',
      reference,
      action: 'status_published',
      actor: register,
      citations: toLogged(citations),
    })
  }
  return due.length
}
