import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { GET } from '@/app/data/[file]/route'
import { GET as getArchive } from '@/app/data/register.zip/route'
import { readTable } from '@/features/desk/spreadsheets/formats/table'
import { columnKeys, plainName } from '@/features/desk/spreadsheets/model/columns'
import { csvFile } from '@/features/outlets/downloads/formats/csv-file'
import { isReadable } from '@/features/outlets/downloads/model/readable'
import { type Cell, cellText, tableNames } from '@/features/outlets/downloads/model/table'
import { columnsOf } from '@/features/outlets/downloads/model/tables'
import { documentFilter } from '@/features/register/documents/input'
import { listDocuments } from '@/features/register/documents/queries/list-documents'
import { listRevisions } from '@/features/register/log/queries/revisions'
import { projectFilter } from '@/features/register/projects/input'
import { listProjects } from '@/features/register/projects/queries/list-projects'
import { projectStates } from '@/features/register/states/model/states'
import { monthPattern } from '@/i18n/dates'
import { restore } from '@/server/files/csv-injection'
import { newOfficer } from '~/tests/support/desk/officers'
import { upload } from '~/tests/support/desk/spreadsheets'
import { publishStated } from '~/tests/support/desk/statements'
import { bytesOf, csvRows, get, json, sheetRows, workbook } from '~/tests/support/outlets/files'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
beforeEach(() => vi.restoreAllMocks())

/** What a value of each type has to be in JSON. */
const types = {
  text: z.string().nullable(),
  day: z.iso.date().nullable(),
  date: z.union([z.iso.date(), z.string().regex(monthPattern)]),
  time: z.iso.datetime().nullable(),
  integer: z.int().nullable(),
  boolean: z.boolean(),
  list: z.array(z.string()),
  json: z.array(z.looseObject({})),
}

test.each(tableNames)(
  '%s: the three forms say the same, in the columns of the definition',
  async (table) => {
    const query = table === 'projects' ? '?itemised=all' : ''
    const columns = columnsOf(table)
    const names = columns.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const { rows, head } = await json(`/data/${table}.json${query}`)
    expect(rows.length).toBeGreaterThan(0)
    expect(head).toBe(await db().revision.count())
    const row = z.strictObject(
      Object.fromEntries(
        columns.map(({ name, type, codes }) => [
          name,
          codes && type === 'text'
            ? z.enum(codes as [string, ...string[]]).nullable()
            : types[type],
        ]),
      ),
    )
    for (const one of rows) row.parse(one)
    const texts = rows.map((one) => names.map((name) => cellText(one[name] as Cell)))

    const csv = await csvRows(`/data/${table}.csv${query}`)
    expect(csv.map((one) => names.map((name) => restore(one[name] as string)))).toEqual(texts)
    expect(Object.keys(csv[0] ?? {})).toEqual(names)

    const read = await workbook(await bytesOf(`/data/${table}.xlsx${query}`))
    const sheets = read.worksheets.map(({ name }) => name)
    expect(sheets).toEqual([...(isReadable(table) ? ['易讀'] : []), table, 'notes', 'columns'])
    const [header, ...body] = sheetRows(read.getWorksheet(table))
    expect(header).toEqual(names)
    // A cell of a spreadsheet holds no more than so many characters.
    expect(body).toEqual(
      texts.map((cells) =>
        cells.map((text) => (text.length > 32_767 ? `${text.slice(0, 32_766)}…` : text)),
      ),
    )
    expect(sheetRows(read.getWorksheet('columns')).map(([name]) => name)).toEqual([
      'name',
      ...names,
    ])
  },
)

test('docs/data-dictionary.md names the columns of every file, in their order', async () => {
  const sections = readFileSync('docs/data-dictionary.md', 'utf8').split(/^## /m)
  for (const table of tableNames) {
    const section = sections.find((one) => one.startsWith(`${table}\n`)) ?? ''
    const told = [...section.matchAll(/^\| `(\w+)` \| (\w+) \|/gm)].map(([, name]) => name)
    const [header] = parse(await bytesOf(`/data/${table}.csv`), { bom: true, to: 1 }) as string[][]
    expect(told, table).toEqual(header)
  }
})

test('every list is whole: as many rows as the register holds', async () => {
  const held = {
    projects: await db().project.count(),
    documents: await db().document.count(),
    organisations: await db().organisation.count(),
    developments: await db().development.count(),
    sources: await db().source.count(),
    conferences: await db().conference.count(),
    fields: await db().field.count(),
    glossary: await db().glossaryTerm.count(),
    revisions: await db().revision.count(),
  }
  for (const table of tableNames) {
    const query = table === 'projects' ? '?itemised=all' : ''
    expect((await json(`/data/${table}.json${query}`)).rows, table).toHaveLength(held[table])
  }
})

test('CSV begins with the mark that Excel needs unless it is asked not to, and ends its lines with CRLF', async () => {
  const marked = await bytesOf('/data/fields.csv')
  const plain = await bytesOf('/data/fields.csv?bom=0')
  expect(marked.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(marked.subarray(3)).toEqual(plain)
  expect(await bytesOf('/data/fields.csv?bom=1')).toEqual(marked)
  expect(plain.toString().match(/(?<!\r)\n/g)).toBeNull()
  expect(plain.toString().endsWith('\r\n')).toBe(true)
})

const referencesOf = async (path: string) =>
  (await json(path)).rows.map(({ reference }) => reference)

test('a file holds all that its list’s filter finds, in the list’s order, and not one page of it', async () => {
  for (const query of ['', 'state=in_progress', 'q=沪港', 'field=6-4&itemised=all', 'sort=as_of']) {
    const shown: string[] = []
    const filter = projectFilter.read(Object.fromEntries(new URLSearchParams(query)))
    for (let after: string | null | undefined; after !== null; ) {
      const page = await listProjects({ ...filter, ...(after ? { after } : {}) })
      shown.push(...page.projects.map(({ reference }) => reference))
      after = page.next
    }
    expect(await referencesOf(`/data/projects.json?${query}`), query).toEqual(shown)
    expect(await referencesOf(`/data/projects.json?${query}&after=6-4.2`), query).toEqual(shown)
  }
  for (const query of ['', 'conference=5', 'side=SH', 'counted=unclear', 'itemised=no']) {
    const filter = documentFilter.read(Object.fromEntries(new URLSearchParams(query)))
    const { items, slots, next } = await listDocuments(filter)
    const { items: more } = next ? await listDocuments({ ...filter, after: next }) : { items: [] }
    const found = await referencesOf(`/data/documents.json?${query}`)
    const listed = [...items, ...more].map(({ reference }) => reference)
    expect(found, query).toEqual([...listed, ...slots])
  }
  const field = await json('/data/revisions.json?field=6-4&kind=project')
  expect(field.rows.length).toBeGreaterThan(0)
  for (const { subject } of field.rows) expect(subject).toMatch(/^6-4\./)
})

test('one subject alone is asked for by its reference', async () => {
  expect(await referencesOf('/data/projects.json?reference=6-u07')).toEqual(['6-u07'])
  expect(await referencesOf('/data/documents.json?reference=6-d03')).toEqual(['6-d03'])
  expect(await referencesOf('/data/conferences.json?reference=6')).toEqual(['6'])
  expect(await referencesOf('/data/fields.json?reference=6-4')).toEqual(['6-4'])
  expect((await json('/data/projects.json?reference=none')).rows).toEqual([])
  const history = await json('/data/revisions.json?kind=project&reference=6-4.2')
  const revisions = await listRevisions({ kind: 'project', reference: '6-4.2' })
  expect(history.rows.map(({ number }) => number)).toEqual(revisions.map(({ number }) => number))
})

test('what cannot be read is never answered with another list', async () => {
  for (const [file, query, name] of [
    ['projects.csv', 'state=done', 'state'],
    ['projects.json', 'field=%00', 'field'],
    ['projects.xlsx', 'itemised=maybe', 'itemised'],
    ['projects.json', 'reference=..', 'reference'],
    ['fields.csv', 'reference=..', 'reference'],
    ['documents.csv', 'party=hku&party=hkust', 'party'],
    ['developments.csv', 'kind=bogus', 'kind'],
    ['developments.json', 'kind=event&since=2025-13', 'since'],
    ['sources.csv', 'cited=maybe', 'cited'],
    ['revisions.csv', 'only=nonsense', 'only'],
  ] as const) {
    const request = new Request(`http://localhost/data/${file}?${query}`)
    const answer = await GET(request, { params: Promise.resolve({ file }) })
    expect(answer.status, `${file} ${query}`).toBe(400)
    expect((await answer.json()).detail).toContain(name)
  }
  // What a form left open, what another program added, and a place in the list ask for nothing.
  const all = await json('/data/projects.json')
  for (const query of ['state=', 'utm_source=mail', 'after=x']) {
    expect(await json(`/data/projects.json?${query}`), query).toEqual(all)
  }
})

test('a moment that there is not is never answered with the present', async () => {
  for (const [at, why] of [
    ['yesterday', 'is not a day'],
    ['2026-11-31', 'is not a day'],
    ['31-12-2025', 'is not a day'],
    ['2999-01-01', 'is in the future'],
    ['2024-12-31', 'is before the first entry'],
  ]) {
    for (const file of ['projects.csv', 'documents.xlsx', 'fields.json']) {
      const request = new Request(`http://localhost/data/${file}?at=${at}`)
      const answer = await GET(request, { params: Promise.resolve({ file }) })
      expect(answer.status, `${file} ${at}`).toBe(400)
      expect((await answer.json()).detail).toContain(`at ${why}`)
    }
  }
  expect((await getArchive(new Request('http://localhost/data/register.zip?at=soon'))).status).toBe(
    400,
  )
})

test('a name that is no file of ours is not found', async () => {
  for (const name of ['projects.txt', 'people.csv', 'projects.csv.csv', 'projects', '..']) {
    const answer = await GET(new Request('http://localhost/data/x'), {
      params: Promise.resolve({ file: name }),
    })
    expect(answer.status, name).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
  }
})

test('who has a file already is told so, until something is published', async () => {
  const first = await get('/data/projects.csv?state=in_progress')
  const tag = first.headers.get('etag') ?? ''
  expect(first.headers.get('content-disposition')).toMatch(/^attachment; filename="hksh-projects-/)
  const again = { 'If-None-Match': tag }
  expect((await get('/data/projects.csv?state=in_progress', again)).status).toBe(304)
  expect((await get('/data/projects.csv?state=completed', again)).status).toBe(200)
  expect((await get('/data/projects.csv?state=in_progress&bom=0', again)).status).toBe(200)
  await publishStated('6-1.1')
  expect((await get('/data/projects.csv?state=in_progress', again)).status).toBe(200)
})

test('the notes say where it comes from, as of which revision, what may be done with it, and what the states mean', async () => {
  const head = await db().revision.count()
  const read = await workbook(await bytesOf('/data/projects.xlsx?field=6-4'))
  const notes = sheetRows(read.getWorksheet('notes')).flat()
  expect(notes).toContain('http://127.0.0.1:3000/data/projects.xlsx?field=6-4')
  expect(notes).toContain(String(head))
  for (const words of ['並非政府網站', '并非政府网站', 'not a government site']) {
    expect(
      notes.some((text) => text.includes(words)),
      words,
    ).toBe(true)
  }
  for (const words of ['本站自己的文字和數據', '本站自己的文字和数据', 'under CC BY 4.0']) {
    expect(
      notes.some((text) => text.includes(words)),
      words,
    ).toBe(true)
  }
  for (const state of projectStates) {
    expect(notes.filter((text) => text.endsWith(`(${state})`))).toHaveLength(
      state === 'ended' ? 6 : 3,
    )
  }
})

test('what is taken away can be uploaded at the desk, and changes nothing there', async () => {
  const editor = await newOfficer('editor')
  for (const file of ['projects.csv', 'projects.xlsx', 'documents.csv', 'documents.xlsx']) {
    const bytes = await bytesOf(
      `/data/${file}?conference=6&${file.startsWith('p') ? 'itemised=all' : ''}`,
    )
    const { findings } = await upload(editor, bytes, file)
    expect(findings, file).toMatchObject({ rows: [], unchanged: file.startsWith('p') ? 65 : 21 })
  }
})

test('the officers’ columns have their names in the public files', () => {
  const projects = columnsOf('projects').map(({ name }) => name)
  const documents = columnsOf('documents').map(({ name }) => name)
  for (const key of columnKeys.filter((one) => !/^(source|details)\./.test(one))) {
    expect(projects).toContain(plainName(key))
    if (!key.startsWith('text.')) expect(documents).toContain(plainName(key))
  }
})

test('whatever a text begins with, no cell is executed, and the desk reads the text as it was', async () => {
  const names = columnsOf('projects').map(({ name }) => name)
  const at = names.indexOf('quote')
  const text = fc
    .tuple(
      fc.constantFrom('=', '+', '-', '@', '＝', '\t', "'", "'=", '"', ',', ''),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    )
    .map(([sign, rest]) => `${sign}${rest}x`)
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (quotes) => {
      async function* rows(): AsyncGenerator<Cell[][]> {
        yield quotes.map((quote) =>
          names.map((name, index) =>
            index === at ? quote : name === 'reference' ? '6-1.1' : name === 'revision' ? 1 : null,
          ),
        )
      }
      const bytes = await csvFile('projects', rows(), { hasMark: true })
      const raw = parse(bytes, { bom: true }) as string[][]
      for (const cell of raw.flat()) expect(cell).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/)
      const table = await readTable(bytes)
      const column = table.columns.indexOf('quote')
      expect(table.rows.map(({ cells }) => restore(cells[column] as string))).toEqual(quotes)
    }),
    { numRuns: 60 },
  )
})
