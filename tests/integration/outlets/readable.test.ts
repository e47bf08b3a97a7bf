import { expect, test, vi } from 'vitest'
import { readableColumns } from '@/features/outlets/downloads/model/readable'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { projectFilter } from '@/features/register/projects/input'
import { listProjects } from '@/features/register/projects/queries/list-projects'
import { publisherIn } from '@/features/register/sources/model'
import { stateWord } from '@/features/register/states/wording'
import { formatDay } from '@/i18n/formats'
import { languages, pathPrefixes } from '@/i18n/language'
import { publishStated } from '~/tests/support/desk/statements'
import { bytesOf, get, sheetRows, workbook } from '~/tests/support/outlets/files'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

/** The sheet for reading of a file, its rows by the keys of the columns. */
async function readableOf(path: string) {
  const sheet = (await workbook(await bytesOf(path))).worksheets[0]
  const [header = [], ...rows] = sheetRows(sheet)
  const keys = Object.keys(readableColumns)
  expect(header).toHaveLength(keys.length)
  expect(keys.length).toBeLessThanOrEqual(15)
  return rows.map((row) => Object.fromEntries(keys.map((key, at) => [key, row[at] ?? ''])))
}

test('the first sheet says in the page’s language what a journalist cites, as the list finds it', async () => {
  await publishStated('6-4.1')
  const { projects } = await listProjects(projectFilter.read({ field: '6-4' }))
  const statement = await db().statusStatement.findFirstOrThrow({
    where: { currentOfProject: { reference: '6-4.1' } },
    include: { citations: { include: { source: true }, orderBy: { position: 'asc' } } },
  })
  for (const language of languages) {
    const prefix = pathPrefixes[language]
    const rows = await readableOf(`/data/projects.xlsx?field=6-4&lang=${prefix.slice(1)}`)
    expect(rows.map((row) => row.reference)).toEqual(projects.map(({ reference }) => reference))
    const row = rows.find(({ reference }) => reference === '6-4.1')
    const project = projects.find(({ reference }) => reference === '6-4.1')
    expect(row).toMatchObject({
      title: expect.stringContaining(project?.title[language]?.body ?? '?'),
      state: stateWord(project?.state ?? 'not_reported', language),
      asOf: formatDay(project?.stateAsOf ?? '', language),
      publisher: statement.citations.map(({ source }) => source.publisher).join('\n'),
    })
    expect(row?.field).toMatch(/^6-4 ./)
    expect(row?.saidBy).not.toBe('')
    const version = await db().revision.count({ where: { subjectReference: '6-4.1' } })
    expect(row?.permalink).toMatch(new RegExp(`${prefix}/projects/6-4\\.1/revisions/${version}$`))
  }
})

test('documents have it too; lists of anything else begin with their rows', async () => {
  const [row] = await readableOf('/data/documents.xlsx?reference=6-d03&lang=en')
  const document = await findDocument('6-d03')
  expect(row).toMatchObject({ reference: '6-d03', state: 'Signed' })
  expect(row?.publisher?.split('\n')).toEqual(
    document?.statement?.citations.map(({ source }) => publisherIn(source, 'en').name),
  )
  const other = await workbook(await bytesOf('/data/fields.xlsx'))
  expect(other.worksheets.map(({ name }) => name)).toEqual(['fields', 'notes', 'columns'])
})

test('a file is called by what narrows it and by its day, in ASCII', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-03-01T17:00:00Z') })
  try {
    const nameOf = async (path: string) =>
      /filename="([^"]+)"/.exec((await get(path)).headers.get('content-disposition') ?? '')?.[1]
    expect(await nameOf('/data/projects.xlsx?field=6-4')).toBe(
      'hksh-projects-finance-2027-03-02.xlsx',
    )
    expect(await nameOf('/data/projects.csv?itemised=all')).toBe('hksh-projects-2027-03-02.csv')
    expect(await nameOf('/data/projects.json?reference=6-4.2')).toBe(
      'hksh-projects-6-4.2-2027-03-02.json',
    )
    expect(await nameOf('/data/projects.csv?state=in_progress&q=%E6%BB%AC%E6%B8%AF')).toMatch(
      /^hksh-projects-[a-z-]*in-progress[a-z-]*-2027-03-02\.csv$/,
    )
    expect(await nameOf(`/data/documents.csv?q=${'Caf%C3%A9%2F..%22'.repeat(8)}`)).toMatch(
      /^hksh-documents-[a-z0-9.-]{1,80}-2027-03-02\.csv$/,
    )
  } finally {
    vi.useRealTimers()
  }
})
