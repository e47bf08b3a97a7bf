import { expect } from 'vitest'
import type { Officer } from '@/features/desk/officers/model'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { type EditInput, editInput } from '@/features/desk/round/edits/input'
import { findEditable } from '@/features/desk/round/edits/queries/editables'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { readSnapshot } from '@/features/register/log/queries/snapshot'
import type { EditableKind, SubjectKind } from '@/features/register/subjects/model/kinds'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import { database } from '@/server/database/database'

/** The subject as it is, as the editor's form would give it back; with changes. */
export async function editOf(
  kind: EditableKind,
  reference: string,
  change: { facts?: object; passages?: object; citations?: unknown[]; correction?: unknown } = {},
): Promise<EditInput> {
  const subject = await findEditable(kind, reference)
  if (!subject) throw new Error(`There is no ${kind} ${reference}.`)
  const { texts: _, citations, state: __, statement: ___, ...facts } = subject.snapshot
  const asInput = (list: Snapshot['citations']) =>
    list.map(({ source, quote, locator }) => ({
      source: { kind: 'existing', slug: source },
      quote: quote ?? '',
      locator: locator ?? '',
    }))
  if (kind === 'conference') {
    facts.announced = Object.fromEntries(
      Object.entries(facts.announced as Record<string, { number: number; citations: never }>).map(
        ([name, one]) => [name, { number: one.number, citations: asInput(one.citations) }],
      ),
    )
  }
  return editInput.parse({
    kind,
    reference,
    version: subject.version,
    facts: { ...facts, ...change.facts },
    passages: change.passages ?? {},
    citations: change.citations ?? asInput(citations),
    correction: change.correction ?? null,
  })
}

/** A source of the register with a quote, as a form cites it. */
const held = { source: { kind: 'existing', slug: 'tkp-2024-04-27' }, quote: '簽署', locator: '' }
/** A text as a form gives it. */
export const text = (body: string, origin = 'editorial', checked = false) => ({
  body,
  origin,
  originDetail: null,
  checked,
})

/** Some source of the register, cited. */
export async function aSource(): Promise<typeof held> {
  const { slug } = await (await database()).source.findFirstOrThrow({ orderBy: { slug: 'asc' } })
  return { ...held, source: { kind: 'existing', slug } }
}

/** Submits an edit, and publishes it. */
export async function publishEdit(author: Officer, reviewer: Officer, input: EditInput) {
  const outcome = await submitEdit(author, input)
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  const published = await publishSubmission(reviewer, {
    id: outcome.submission,
    version: input.version,
  })
  if (!published.ok || published.revision === null) {
    throw new Error(`Not published: ${JSON.stringify(published)}`)
  }
  const { revision, reference } = published
  await sameAsLog(input.kind, reference)
  return { revision, reference }
}

/** The tables are what the log says: for this subject too. */
export async function sameAsLog(kind: SubjectKind, reference: string) {
  const db = await database()
  const live = await db.$transaction((tx) => readSnapshot(tx, kind, reference))
  const last = await db.revision.findFirstOrThrow({
    where: { subjectKind: kind, subjectReference: reference },
    orderBy: { subjectRevision: 'desc' },
  })
  expect(live).toEqual(last.after)
  return last
}

/** The facts of a seventh conference that announced so many projects, and two documents. */
export async function seventhConference(projects: number, cited: object) {
  return {
    mechanism: (await (await database()).mechanism.findFirstOrThrow()).slug,
    number: 7,
    heldOn: '2026-10-20',
    chairs: [],
    announced: {
      fields: { number: null, citations: [] },
      projects: { number: projects, citations: [cited] },
      documents: { number: 2, citations: [cited] },
    },
  }
}
