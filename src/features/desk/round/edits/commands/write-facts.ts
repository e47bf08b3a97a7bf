import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { NoSuchSource } from '@/features/desk/round/submissions/model/submission'
import { type EditableKind, kinds } from '@/features/register/subjects/model/kinds'
import type { LoggedCitation, Snapshot } from '@/features/register/subjects/model/snapshot'
import type { AnnouncementKind } from '@/generated/prisma/client'
import type { Transaction } from '@/server/database/database'
import type { FactsOf } from '../input'
import { idOf, midnight } from './write-subjects'

/** Makes the subject's row, its links and its citations say what the snapshot says. */
export async function writeFacts(
  tx: Transaction,
  kind: EditableKind,
  reference: string,
  before: Snapshot | null,
  after: Snapshot,
): Promise<void> {
  const id = await idOf(tx, kind, reference)
  await writers[kind](tx, id, after as never)
  if (kinds[kind].isCited && !isDeepStrictEqual(before?.citations ?? [], after.citations)) {
    await writeCitations(tx, { [`${kind}Id`]: id }, after.citations)
  }
}

type Facts<Kind extends EditableKind> = FactsOf<Kind> & Snapshot

const writers: {
  [Kind in EditableKind]: (tx: Transaction, id: string, facts: Facts<Kind>) => Promise<void>
} = {
  project: async (tx, id, { field, itemised }) => {
    const fieldId = field ? await idOf(tx, 'field', field) : null
    await tx.project.update({ where: { id }, data: { fieldId, itemised } })
  },
  document: async (tx, id, facts) => {
    await tx.document.update({
      where: { id },
      data: {
        itemised: facts.itemised,
        kind: facts.kind,
        signedOn: facts.signedOn ? midnight(facts.signedOn) : null,
        counted: facts.counted,
        fullTextPublished: facts.fullTextPublished,
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
  development: async (tx, id, { date, namesTheConference, fields, projects }) => {
    await tx.development.update({
      where: { id },
      data: {
        date: midnight(date),
        namesTheConference,
        fields: { set: fields.map((reference) => ({ reference })) },
        projects: { set: projects.map((reference) => ({ reference })) },
      },
    })
  },
  conference: async (tx, id, { heldOn, chairs, announced }) => {
    await tx.conference.update({ where: { id }, data: { heldOn: midnight(heldOn) } })
    await tx.chair.deleteMany({ where: { conferenceId: id } })
    for (const { side, person } of chairs) {
      const personId = await idOf(tx, 'person', person)
      await tx.chair.create({ data: { conferenceId: id, side, personId } })
    }
    for (const [name, { number, citations }] of Object.entries(announced)) {
      const kind = name as AnnouncementKind
      const row = await tx.announcement.upsert({
        where: { conferenceId_kind: { conferenceId: id, kind } },
        create: { conferenceId: id, kind, number },
        update: { number },
      })
      await writeCitations(tx, { announcementId: row.id }, citations as unknown as LoggedCitation[])
    }
  },
  // A field's conference and number are in its reference, which is permanent.
  field: async () => {},
  organisation: async (tx, id, { side }) => {
    await tx.organisation.update({ where: { id }, data: { side } })
  },
  person: async () => {},
  source: async (tx, id, { publisher, publishedOn, title, kind, language, url }) => {
    await tx.source.update({
      where: { id },
      data: {
        publisher,
        publishedOn: publishedOn ? midnight(publishedOn) : null,
        title,
        kind,
        language,
        url,
      },
    })
  },
  glossary_term: async (tx, id, { also }) => {
    await tx.glossaryTerm.update({ where: { id }, data: { also } })
  },
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
