import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { NoSuchSource } from '@/features/desk/round/submissions/model/submission'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { storedColumns } from '@/features/register/subjects/model/columns'
import { type EditableKind, kinds } from '@/features/register/subjects/model/kinds'
import {
  type FactsOf,
  factsIn,
  type LoggedCitation,
  type ProposedSnapshot,
} from '@/features/register/subjects/model/snapshot'
import type { Transaction } from '@/server/database/database'
import { idOf } from './write-subjects'

/** Writes the facts of the snapshot to the subject's row, its links and its citations. */
export async function writeFacts(
  tx: Transaction,
  kind: EditableKind,
  reference: string,
  before: ProposedSnapshot | null,
  after: ProposedSnapshot,
): Promise<void> {
  const id = await idOf(tx, kind, reference)
  await writeRows(tx, kind, id, after)
  if (kinds[kind].isCited && !isDeepStrictEqual(before?.citations ?? [], after.citations)) {
    await writeCitations(tx, { [kinds[kind].owner]: id }, after.citations)
  }
}

async function writeRows<Kind extends EditableKind>(
  tx: Transaction,
  kind: Kind,
  id: string,
  after: ProposedSnapshot,
): Promise<void> {
  await writers[kind](tx, id, factsIn(kind, after))
}

const writers: {
  [Kind in EditableKind]: (tx: Transaction, id: string, facts: FactsOf<Kind>) => Promise<unknown>
} = {
  project: async (tx, id, facts) => {
    const fieldId = facts.field ? await idOf(tx, 'field', facts.field) : null
    const data = { ...storedColumns('project', facts), fieldId }
    await tx.project.update({ where: { id }, data })
  },
  document: async (tx, id, facts) => {
    await tx.document.update({
      where: { id },
      data: {
        ...storedColumns('document', facts),
        fields: { set: facts.fields.map((reference) => ({ reference })) },
        projects: { set: facts.projects.map((reference) => ({ reference })) },
      },
    })
    await tx.party.deleteMany({ where: { documentId: id } })
    for (const [index, { organisation, role }] of facts.parties.entries()) {
      const organisationId = await idOf(tx, 'organisation', organisation)
      await tx.party.create({
        data: { documentId: id, organisationId, role, position: index + 1 },
      })
    }
    await tx.signatory.deleteMany({ where: { documentId: id } })
    for (const [index, person] of facts.signatories.entries()) {
      const personId = await idOf(tx, 'person', person)
      await tx.signatory.create({ data: { documentId: id, personId, position: index + 1 } })
    }
  },
  development: async (tx, id, facts) => {
    await tx.development.update({
      where: { id },
      data: {
        ...storedColumns('development', facts),
        fields: { set: facts.fields.map((reference) => ({ reference })) },
        projects: { set: facts.projects.map((reference) => ({ reference })) },
      },
    })
  },
  conference: async (tx, id, facts) => {
    await tx.conference.update({ where: { id }, data: storedColumns('conference', facts) })
    await tx.chair.deleteMany({ where: { conferenceId: id } })
    for (const { side, person } of facts.chairs) {
      const personId = await idOf(tx, 'person', person)
      await tx.chair.create({ data: { conferenceId: id, side, personId } })
    }
    for (const kind of announcementKinds) {
      const said = facts.announced[kind]
      if (!said) continue
      const { number, citations } = said
      const row = await tx.announcement.upsert({
        where: { conferenceId_kind: { conferenceId: id, kind } },
        create: { conferenceId: id, kind, number },
        update: { number },
      })
      await writeCitations(tx, { announcementId: row.id }, citations)
    }
  },
  field: (tx, id, facts) => tx.field.update({ where: { id }, data: storedColumns('field', facts) }),
  organisation: (tx, id, facts) =>
    tx.organisation.update({ where: { id }, data: storedColumns('organisation', facts) }),
  person: (tx, id, facts) =>
    tx.person.update({ where: { id }, data: storedColumns('person', facts) }),
  source: (tx, id, facts) =>
    tx.source.update({ where: { id }, data: storedColumns('source', facts) }),
  glossary_term: (tx, id, facts) =>
    tx.glossaryTerm.update({ where: { id }, data: storedColumns('glossary_term', facts) }),
}

/** Replaces the citations of an owner. @throws {NoSuchSource} */
export async function writeCitations(
  tx: Transaction,
  owner: Partial<
    Record<
      'announcementId' | 'fieldId' | 'projectId' | 'documentId' | 'developmentId' | 'statementId',
      string
    >
  >,
  citations: readonly LoggedCitation[],
): Promise<void> {
  // A statement's are append-only, and new with it.
  if (!owner.statementId) await tx.citation.deleteMany({ where: owner })
  for (const [index, { source: slug, quote, locator }] of citations.entries()) {
    const source = await tx.source.findUnique({ where: { slug } })
    if (!source) throw new NoSuchSource()
    await tx.citation.create({
      data: { ...owner, sourceId: source.id, quote, locator, position: index + 1 },
    })
  }
}
