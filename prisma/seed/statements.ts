import { randomUUID } from 'node:crypto'
import { recordRevision } from '@/features/register/log/commands/record'
import type { AssertedBy } from '@/features/register/states/model/statements'
import type { DocumentState, ProjectState } from '@/generated/prisma/client'
import { now } from '@/server/clock'
import type { Bodies, Facts, StatedCitation } from './facts'
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
async function addStatement(run: Run, statement: Statement): Promise<string> {
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
  const isNew = new Set(run.entered.map(({ kind, reference }) => `${kind} ${reference}`))
  const due = statuses
    .filter(({ project }) => isNew.has(`project 6-${project}`))
    .sort((a, b) => a.asOf.getTime() - b.asOf.getTime())
  for (const { project, status: state, ...stated } of due) {
    const reference = `6-${project}`
    await publishStatus(run, idOf(run.ids.project, reference), { ...stated, state })
    await run.rows.write(run.tx)
    await recordRevision(run.tx, {
      kind: 'project',
      reference,
      action: 'status_published',
      actor: register,
      citations: toLogged(stated.citations),
    })
  }
  return due.length
}

type Status = {
  state: ProjectState
  asOf: Date
  assertedBy: AssertedBy
  note: Bodies
  citations: StatedCitation[]
}

/** Makes a statement the live one of a project. Its texts and citations wait in the run's rows. */
export async function publishStatus(
  run: Run,
  projectId: string,
  { state, note, ...statement }: Status,
): Promise<void> {
  const statementId = await addStatement(run, { ...statement, projectId, projectState: state })
  run.rows.addText({ statementId }, 'note', toPassage(note, 'editorial'))
  await run.tx.project.update({
    where: { id: projectId },
    data: { state, stateAsOf: statement.asOf, currentStatementId: statementId },
  })
}

/** Makes it the live statement of a document that it was signed. Its citations wait in the run's rows. */
export async function stateSigned(
  run: Run,
  documentId: string,
  asOf: Date,
  citations: StatedCitation[],
): Promise<void> {
  const statementId = await addStatement(run, {
    documentId,
    documentState: 'signed',
    asOf,
    assertedBy: 'editor',
    citations,
  })
  await run.tx.document.update({
    where: { id: documentId },
    data: { currentStatementId: statementId, stateAsOf: asOf },
  })
}
