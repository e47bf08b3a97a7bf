import 'server-only'
import { loggedColumns, loggedLinks } from '@/features/register/subjects/model/columns'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import type {
  LoggedCitation,
  LoggedConfirmation,
  LoggedStatement,
  Snapshot,
} from '@/features/register/subjects/model/snapshot'
import { type TextRow, textsByPart } from '@/features/register/texts/model/text'
import type { Confirmation, StatusStatement } from '@/generated/prisma/client'
import { isoDay } from '@/i18n/formats'
import type { Transaction } from '@/server/database/database'

/**
 * The subject as the tables have it now, in the log's form. The tables are a projection of the log: for every
 * subject this equals the `after` of its latest revision, which a test checks.
 *
 * @throws when there is no such subject.
 */
export async function readSnapshot(
  tx: Transaction,
  kind: SubjectKind,
  reference: string,
): Promise<Snapshot> {
  // Through JSON once, so that the compared value is the stored one.
  return JSON.parse(JSON.stringify(await readers[kind](tx, reference)))
}

const texts = { orderBy: [{ part: 'asc' as const }, { language: 'asc' as const }] }
const citations = { include: { source: true }, orderBy: { position: 'asc' as const } }
const currentStatement = {
  include: {
    texts,
    citations,
    confirmations: {
      include: { texts, citations },
      orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }],
    },
  },
}
const byReference = { select: { reference: true }, orderBy: { reference: 'asc' as const } }

/** A fact that the table of kinds names and a reader forgets does not compile. */
const readers: {
  [Kind in SubjectKind]: (tx: Transaction, reference: string) => Promise<Snapshot<Kind>>
} = {
  mechanism: async (tx, slug) => {
    const row = await tx.mechanism.findUniqueOrThrow({ where: { slug }, include: { texts } })
    return {
      ...loggedColumns('mechanism', row),
      cities: [row.firstCityCode, row.secondCityCode],
      ...evidenceOf(row),
    }
  },
  organisation: async (tx, slug) => {
    const row = await tx.organisation.findUniqueOrThrow({ where: { slug }, include: { texts } })
    return { ...loggedColumns('organisation', row), ...evidenceOf(row) }
  },
  person: async (tx, slug) => {
    const row = await tx.person.findUniqueOrThrow({ where: { slug }, include: { texts } })
    return { ...loggedColumns('person', row), ...evidenceOf(row) }
  },
  source: async (tx, slug) => {
    const row = await tx.source.findUniqueOrThrow({ where: { slug }, include: { texts } })
    return { ...loggedColumns('source', row), ...evidenceOf(row) }
  },
  conference: async (tx, reference) => {
    const row = await tx.conference.findUniqueOrThrow({
      where: { reference },
      include: {
        texts,
        mechanism: true,
        chairs: { include: { person: true }, orderBy: { side: 'asc' } },
        announcements: { include: { citations }, orderBy: { kind: 'asc' } },
      },
    })
    return {
      ...loggedColumns('conference', row),
      mechanism: row.mechanism.slug,
      chairs: row.chairs.map(({ side, person }) => ({ side, person: person.slug })),
      announced: Object.fromEntries(
        row.announcements.map(({ kind, number, citations: cited }) => [
          kind,
          { number, citations: loggedCitations(cited) },
        ]),
      ),
      ...evidenceOf(row),
    }
  },
  field: async (tx, reference) => {
    const row = await tx.field.findUniqueOrThrow({
      where: { reference },
      include: { texts, citations, conference: true },
    })
    return {
      ...loggedColumns('field', row),
      conference: row.conference.reference,
      ...evidenceOf(row),
    }
  },
  project: async (tx, reference) => {
    const row = await tx.project.findUniqueOrThrow({
      where: { reference },
      include: { texts, citations, conference: true, field: true, currentStatement },
    })
    return {
      ...loggedColumns('project', row),
      conference: row.conference.reference,
      field: row.field?.reference ?? null,
      state: row.state,
      statement: loggedStatement(row.currentStatement),
      ...evidenceOf(row),
    }
  },
  document: async (tx, reference) => {
    const row = await tx.document.findUniqueOrThrow({
      where: { reference },
      include: {
        texts,
        citations,
        conference: true,
        mechanism: true,
        fields: byReference,
        projects: byReference,
        parties: { include: { organisation: true }, orderBy: { position: 'asc' } },
        signatories: { include: { person: true }, orderBy: { position: 'asc' } },
        currentStatement,
      },
    })
    return {
      ...loggedColumns('document', row),
      conference: row.conference?.reference ?? null,
      ...loggedLinks('document', { mechanism: row.conference ? null : row.mechanism.slug }),
      parties: row.parties.map(({ organisation, role }) => ({
        organisation: organisation.slug,
        role,
      })),
      signatories: row.signatories.map((signatory) => signatory.person.slug),
      fields: referencesOf(row.fields),
      projects: referencesOf(row.projects),
      state: row.state,
      statement: loggedStatement(row.currentStatement),
      ...evidenceOf(row),
    }
  },
  development: async (tx, slug) => {
    const row = await tx.development.findUniqueOrThrow({
      where: { slug },
      include: { texts, citations, fields: byReference, projects: byReference },
    })
    return {
      ...loggedColumns('development', row),
      fields: referencesOf(row.fields),
      projects: referencesOf(row.projects),
      ...evidenceOf(row),
    }
  },
  glossary_term: async (tx, slug) => {
    const row = await tx.glossaryTerm.findUniqueOrThrow({ where: { slug }, include: { texts } })
    return { ...loggedColumns('glossary_term', row), ...evidenceOf(row) }
  },
}

type CitationRow = { source: { slug: string }; quote: string | null; locator: string | null }

function loggedCitations(rows: CitationRow[]): LoggedCitation[] {
  return rows.map(({ source, quote, locator }) => ({ source: source.slug, quote, locator }))
}

/** The passages of a row, and what they rest on. */
function evidenceOf(row: { texts: readonly TextRow[]; citations?: CitationRow[] }) {
  return { texts: textsByPart(row.texts), citations: loggedCitations(row.citations ?? []) }
}

function referencesOf(rows: readonly { reference: string }[]): string[] {
  return rows.map(({ reference }) => reference)
}

type Rested = { texts: readonly TextRow[]; citations: CitationRow[] }
type StatementRow = Rested &
  Pick<StatusStatement, 'asOf' | 'assertedBy'> & { confirmations: ConfirmationRow[] }
type ConfirmationRow = Rested & Pick<Confirmation, 'side' | 'stance' | 'at' | 'revision'>

function loggedStatement(row: StatementRow | null): LoggedStatement | null {
  return (
    row && {
      asOf: isoDay(row.asOf),
      assertedBy: row.assertedBy,
      ...evidenceOf(row),
      // Left out while there are none, as in entries made before sides could confirm.
      ...(row.confirmations.length > 0 ? { confirmations: latestBySide(row.confirmations) } : {}),
    }
  )
}

/** What each side last said of the statement, by side. */
function latestBySide(rows: ConfirmationRow[]): Record<string, LoggedConfirmation> {
  return Object.fromEntries(
    rows.map((row) => [
      row.side,
      {
        stance: row.stance,
        at: row.at.toISOString(),
        // Left out of a word said of this very statement, as in entries made before words were carried.
        ...(row.revision === null ? {} : { revision: row.revision }),
        ...evidenceOf(row),
      },
    ]),
  )
}
