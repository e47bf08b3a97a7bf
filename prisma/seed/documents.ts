import type { Facts, StatedCitation } from './facts'
import { toPassage } from './passages'
import { slotsOf } from './projects'
import { idOf, toLogged } from './rows'
import { enter, type Run } from './run'
import { stateSigned } from './statements'

/**
 * Enters the documents: those that a source names, signed at a conference or outside one, then a slot for each one that the 6th conference
 * announced and no source held names. All are signed: that is what was announced of them.
 */
export async function enterDocuments(run: Run, facts: Facts): Promise<void> {
  const mechanismId = idOf(run.ids.mechanism, facts.mechanism.slug)
  const positions = new Map<string | null, number>()
  for (const document of facts.documents) {
    const position = (positions.get(document.conference) ?? 0) + 1
    positions.set(document.conference, position)
    await enterNamed(run, document, { position, mechanismId })
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
        mechanismId,
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

async function enterNamed(
  run: Run,
  document: Facts['documents'][number],
  place: { position: number; mechanismId: string },
) {
  const { reference, conference, kind, signedOn, citations, note } = document
  const id = enter(run, 'document', reference, toLogged(citations))
  if (id === null) return
  const { tx, rows, ids } = run
  await tx.document.create({
    data: {
      id,
      reference,
      ...place,
      conferenceId: conference && idOf(ids.conference, conference),
      itemised: true,
      kind,
      signedOn,
      counted: document.countedInAnnouncedTotal,
      fullTextPublished: document.fullTextPublished,
      state: 'signed',
      fields: {
        connect: document.fields.map((number) => ({
          id: idOf(ids.field, `6-${number}`),
        })),
      },
      projects: {
        connect: document.projects.map((code) => ({
          id: idOf(ids.project, `6-${code}`),
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
  if (document.place) {
    rows.addText({ documentId: id }, 'place', toPassage(document.place, 'editorial'))
  }
  if (note) rows.addText({ documentId: id }, 'note', toPassage(note, 'editorial'))
  const asOf = signedOn ?? document.asOf
  if (!asOf) throw new Error(`No day is stated for ${reference}.`)
  await rest(run, id, asOf, citations)
}

/** Rests a document, and the statement that it was signed, on its citations. */
async function rest(run: Run, id: string, asOf: Date, citations: StatedCitation[]) {
  run.rows.addCitations({ documentId: id }, citations)
  await stateSigned(run, id, asOf, citations)
}
