import type { Facts, StatedCitation } from './facts'
import { toPassage } from './passages'
import { slotsOf } from './projects'
import { idOf, toLogged } from './rows'
import { enter, type Run } from './run'
import { addStatement } from './statements'

/**
 * Enters the documents: those that a source names, then a slot for each one that the 6th conference
 * announced and no source held names. All are signed: that is what was announced of them.
 */
export async function enterDocuments(run: Run, facts: Facts): Promise<void> {
  const positions = new Map<string, number>()
  for (const document of facts.documents) {
    const position = (positions.get(document.conference) ?? 0) + 1
    positions.set(document.conference, position)
    await enterNamed(run, document, position)
  }
  const counted = facts.documents.filter(
    ({ conference, countedInAnnouncedTotal: said }) =>
      conference === '6' && (said === 'yes' || said === 'presumed'),
  )
  const { numbers, citations, heldOn } = slotsOf(facts, 'documents', counted.length)
  for (const number of numbers) {
    const reference = `6-d${String(counted.length + number).padStart(2, '0')}`
    const id = enter(run, 'document', reference, toLogged(citations))
    if (id === null) continue
    await run.tx.document.create({
      data: {
        id,
        reference,
        conferenceId: idOf(run.ids.conference, '6'),
        position: (positions.get('6') ?? 0) + number,
        itemised: false,
        counted: 'yes',
        fullTextPublished: 'unknown',
        state: 'signed',
      },
    })
    await rest(run, id, heldOn, citations)
  }
}

async function enterNamed(run: Run, document: Facts['documents'][number], position: number) {
  const { reference, kind, signedOn, citations, note } = document
  const id = enter(run, 'document', reference, toLogged(citations))
  if (id === null) return
  const { tx, rows, ids } = run
  await tx.document.create({
    data: {
      id,
      reference,
      conferenceId: idOf(ids.conference, document.conference),
      position,
      itemised: true,
      kind,
      signedOn,
      counted: document.countedInAnnouncedTotal,
      fullTextPublished: document.fullTextPublished,
      state: 'signed',
      fields: {
        connect: document.fields.map((number) => ({
          id: idOf(ids.field, `${document.conference}-${number}`),
        })),
      },
      projects: {
        connect: document.projects.map((code) => ({
          id: idOf(ids.project, `${document.conference}-${code}`),
        })),
      },
    },
  })
  await tx.party.createMany({
    data: document.parties.map((slug, index) => ({
      documentId: id,
      organisationId: idOf(ids.organisation, slug),
      position: index + 1,
    })),
  })
  await tx.signatory.createMany({
    data: document.signatories.map((slug, index) => ({
      documentId: id,
      personId: idOf(ids.person, slug),
      position: index + 1,
    })),
  })
  rows.addText({ documentId: id }, 'title', toPassage(document.title, document.titleOrigin))
  if (note) rows.addText({ documentId: id }, 'note', toPassage(note, 'editorial'))
  await rest(run, id, signedOn, citations)
}

/** Rests a document, and the statement that it was signed, on its citations. */
async function rest(run: Run, id: string, signedOn: Date, citations: StatedCitation[]) {
  run.rows.addCitations({ documentId: id }, citations)
  const statementId = await addStatement(run, {
    documentId: id,
    documentState: 'signed',
    asOf: signedOn,
    assertedBy: 'editor',
    citations,
  })
  await run.tx.document.update({
    where: { id },
    data: { currentStatementId: statementId, stateAsOf: signedOn },
  })
}
