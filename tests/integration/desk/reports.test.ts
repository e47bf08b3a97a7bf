import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { writeDocument } from '@/features/desk/reports/formats/write-document'
import type { ReportFilter } from '@/features/desk/reports/input'
import type { ProgressReport } from '@/features/desk/reports/model'
import { listScopes, progressReport } from '@/features/desk/reports/queries/progress-report'
import { writeReport } from '@/features/desk/reports/wording/report'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import type { SubmittedStatement } from '@/features/desk/round/statements/input/statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { documentFilter } from '@/features/register/documents/input'
import { listDocuments } from '@/features/register/documents/queries/list-documents'
import { findField, listFields } from '@/features/register/fields/queries'
import { headRevision } from '@/features/register/log/queries/revisions'
import { countStates } from '@/features/register/projects/queries/count-states'
import {
  listProjects,
  listProjectsOfField,
} from '@/features/register/projects/queries/list-projects'
import { publisherIn } from '@/features/register/sources/model'
import { hongKongDay } from '@/i18n/formats'
import { type Language, languages } from '@/i18n/language'
import { newOfficer } from '~/tests/support/desk/officers'
import { statementFrom } from '~/tests/support/desk/statements'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
const today = hongKongDay(new Date())
const dayAfter = (days: number) => hongKongDay(new Date(Date.now() + days * 86_400_000))

/** The report of somebody with no field assigned, unless fields are named. */
async function reportOf(filter: ReportFilter, fields: string[] = []): Promise<ProgressReport> {
  const report = await progressReport(filter, { fields })
  if (!report) throw new Error('There is no such report.')
  return report
}

const projectsIn = ({ conferences }: ProgressReport) =>
  conferences.flatMap(({ fields }) => fields.flatMap(({ projects }) => projects))
const documentsIn = ({ conferences }: ProgressReport) =>
  conferences.flatMap(({ documents }) => documents)
const referencesOf = (items: readonly { reference: string }[]) =>
  items.map(({ reference }) => reference)

async function fileOf(report: ProgressReport, language: Language): Promise<Buffer> {
  return writeDocument(writeReport(report, language), new Date().toISOString())
}

/** Submits a statement as an editor and has a reviewer publish it; gives the revision's number. */
async function publish(asked: SubmittedStatement): Promise<number> {
  const outcome = await submitStatement(await newOfficer('editor'), asked)
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  const { reference } = asked.statement
  const version = (await findItemToState(reference))?.live.version ?? 0
  const id = outcome.submission
  const published = await publishSubmission(await newOfficer('reviewer'), { id, version })
  if (!published.ok) throw new Error(`Refused: ${JSON.stringify(published)}`)
  return (await headRevision())?.number ?? 0
}

describe('the report of a conference', () => {
  test('counts what the lists count', async () => {
    const report = await reportOf({ conference: '6' })
    const listed = await listProjects({ conference: '6' })
    const documents = await listDocuments(documentFilter.read({ conference: '6' }))
    const states = await countStates('6')
    expect(report.counts.projects).toEqual(states.filter(({ count }) => count > 0))
    expect(projectsIn(report)).toHaveLength(listed.total)
    expect(referencesOf(documentsIn(report))).toEqual(referencesOf(documents.items))
    const [conference] = report.conferences
    expect(conference?.slots).toEqual({ projects: 31, documents: documents.slots.length })
    expect(conference?.fields).toHaveLength(15)
    expect(report.head?.number).toBe((await headRevision())?.number)
    // Midnight may have passed since the tests began.
    expect([today, hongKongDay(new Date())]).toContain(report.asAt)
  })

  test('is that of the latest with items where none is named', async () => {
    const report = await reportOf({})
    expect(report.scope).toMatchObject({ kind: 'conference', reference: '6' })
    expect(referencesOf(await listScopes())).toEqual(['6', '5', '4', '3', '2'])
  })

  test.each([{ conference: '99' }, { field: '6-99' }])('is none of %j', async (filter) => {
    expect(await progressReport(filter, { fields: [] })).toBeNull()
  })
})

test('the report of each field holds its projects and its documents', async () => {
  for (const { reference } of await listFields('6')) {
    const report = await reportOf({ field: reference })
    const projects = (await listProjectsOfField(reference)).filter(({ itemised }) => itemised)
    const field = await findField(reference)
    expect(referencesOf(projectsIn(report))).toEqual(referencesOf(projects))
    expect(referencesOf(documentsIn(report))).toEqual(referencesOf(field?.documents ?? []))
    const counted = report.counts.projects.reduce((sum, { count }) => sum + count, 0)
    expect(counted).toBe(projects.length)
  }
})

test('an officer’s own report is limited to the fields assigned; without any it is the whole register', async () => {
  const editor = await newOfficer('editor', { fields: ['6-12', '6-4'], db: db() })
  const own = await progressReport({ mine: '1' }, editor)
  if (!own) throw new Error('There is no report of the officer’s own.')
  expect(own.conferences.flatMap(({ fields }) => referencesOf(fields))).toEqual(['6-4', '6-12'])
  expect(projectsIn(own).every(({ reference }) => /^6-(4|12)\./.test(reference))).toBe(true)
  // With those of the fields that were signed outside a session, which follow.
  const outside = await db().document.findMany({
    where: { conferenceId: null, fields: { some: { reference: { in: ['6-4', '6-12'] } } } },
    orderBy: { position: 'asc' },
  })
  expect(outside.length).toBeGreaterThan(0)
  expect(referencesOf(documentsIn(own))).toEqual(['6-d02', ...referencesOf(outside)])
  const everything = await reportOf({ mine: '1' })
  expect(referencesOf(everything.conferences)).toEqual(['6', '5', '4', '3', '2'])
  expect(projectsIn(everything)).toHaveLength((await listProjects({})).total)
  // With those that belong to no session, which only the whole register has.
  const sessionless = await db().document.findMany({
    where: { conferenceId: null, itemised: true },
    orderBy: { position: 'asc' },
  })
  expect(sessionless.length).toBeGreaterThan(outside.length)
  expect(referencesOf(everything.outside)).toEqual(referencesOf(sessionless))
  const counted = everything.counts.documents.reduce((sum, { count }) => sum + count, 0)
  expect(counted).toBe(documentsIn(everything).length + sessionless.length)
  expect(own.outside).toEqual([])
  expect(JSON.stringify(writeReport(everything, 'en').blocks)).toContain('documents-outside')
})

const scopes: [string, ReportFilter][] = [
  ['a conference', { conference: '6' }],
  ['a field', { field: '6-4' }],
  ['what is in charge', { mine: '1' }],
]
describe.each(scopes)('the file of %s', (_, filter) => {
  test.each(languages)(
    'in %s names every item once in its tables, and every source',
    async (language) => {
      const report = await reportOf(filter, filter.mine ? ['6-4', '6-6'] : [])
      const { value } = await mammoth.convertToHtml({ buffer: await fileOf(report, language) })
      const items = [...projectsIn(report), ...documentsIn(report)]
      for (const { reference } of items) {
        expect(value.split(`<tr><td><p>${reference}</p></td>`), reference).toHaveLength(2)
      }
      for (const { citations } of items) {
        for (const { source } of citations) {
          expect(value).toContain(publisherIn(source, language).name)
        }
      }
      expect(value).toContain(
        { 'zh-Hant': '公布65項', 'zh-Hans': '公布65项', en: '65 announced' }[language],
      )
    },
  )
})

describe('changes', () => {
  test('are those published since the day, first entries only when asked for', async () => {
    const number = await publish(await statementFrom('6-4.2'))
    const since = { field: '6-4', since: today } as const
    const [latest] = (await reportOf(since)).changes.entries
    expect(latest).toMatchObject({ number, reference: '6-4.2', action: 'status_published' })
    const actions = (await reportOf(since)).changes.entries.map(({ action }) => action)
    expect(actions).not.toContain('entered')
    const first = await db().revision.findFirstOrThrow({ orderBy: { number: 'asc' } })
    const opening = { field: '6-4', since: hongKongDay(first.recordedAt), entered: '1' } as const
    const all = (await reportOf(opening)).changes.entries
    expect(
      all.filter(({ action }) => action === 'entered').map(({ reference }) => reference),
    ).toEqual(expect.arrayContaining(['6-4', '6-4.1', '6-4.2', '6-4.3']))
    const own = referencesOf(documentsIn(await reportOf({ field: '6-4' })))
    expect(
      all.every(({ reference }) => /^6-4(\.|$)/.test(reference) || own.includes(reference)),
    ).toBe(true)
    const { changes } = await reportOf(opening)
    expect(changes.wording).toBeGreaterThan(0)
    expect(changes.entries.filter(({ correctsWording }) => correctsWording)).toEqual([])
    expect((await reportOf({ ...since, since: dayAfter(1) })).changes).toMatchObject({
      entries: [],
      wording: 0,
    })
    expect((await reportOf({ field: '6-13', since: today })).changes.entries).toEqual([])
  })

  test('begin with the first moment of the day in Hong Kong', async () => {
    const last = await db().revision.findFirstOrThrow({
      where: { subjectReference: '6-9', subjectKind: 'field' },
      orderBy: { number: 'desc' },
    })
    const head = (await headRevision())?.number ?? 0
    for (const [index, recordedAt] of [
      '2029-12-31T15:59:59.999Z',
      '2029-12-31T16:00:00Z',
    ].entries()) {
      await db().revision.create({
        data: {
          number: head + 1 + index,
          subjectKind: 'field',
          subjectReference: '6-9',
          subjectRevision: last.subjectRevision + 1 + index,
          action: 'text_changed',
          before: last.after ?? {},
          after: last.after ?? {},
          citations: [],
          actorRole: 'register',
          recordedAt,
        },
      })
    }
    const { entries } = (await reportOf({ field: '6-9', since: '2030-01-01' })).changes
    expect(entries.map(({ number }) => number)).toEqual([head + 2])
  })

  test('tell a correction with its reason, mark what it corrects, and name the sources of both', async () => {
    const wrong = await publish(await statementFrom('6-13.1'))
    const right = await publish({
      ...(await statementFrom('6-13.1', { state: 'ongoing' })),
      correction: { revision: wrong, why: { en: 'The wrong item was taken.' } },
    })
    const report = await reportOf({ field: '6-13', since: today })
    expect(report.changes.entries.map(({ number }) => number)).toEqual([right, wrong])
    expect(report.changes.entries).toMatchObject([
      { corrects: wrong, correctionReason: { en: 'The wrong item was taken.' }, correctedBy: [] },
      { corrects: null, correctedBy: [right] },
    ])
    const { value } = await mammoth.extractRawText({ buffer: await fileOf(report, 'en') })
    expect(value).toContain(`Correction of log no. ${wrong}`)
    expect(value).toContain('Why: The wrong item was taken.')
    expect(value).toContain(`Since corrected by log no. ${right}`)
    expect(value).toContain('Status: In progress → Ongoing')
    const { value: withNotes } = await mammoth.convertToHtml({ buffer: await fileOf(report, 'en') })
    expect(withNotes).toContain('Example Bureau')
  })

  test('hold nothing that waits for review', async () => {
    const before = await reportOf({ conference: '6', since: today })
    const asked = await statementFrom('6-6.2', { state: 'completed' })
    expect((await submitStatement(await newOfficer('editor'), asked)).ok).toBe(true)
    const { counts, changes } = await reportOf({ conference: '6', since: today })
    expect({ counts, changes }).toEqual({ counts: before.counts, changes: before.changes })
  })
})

test('another program reads the report in each language without a complaint', async () => {
  const report = await reportOf({ conference: '6' })
  const files = await Promise.all(
    languages.map(async (language) => ({
      name: `report-${language}.docx`,
      content: await fileOf(report, language),
    })),
  )
  for (const { content } of files) {
    expect((await mammoth.extractRawText({ buffer: content })).messages).toEqual([])
  }
})
