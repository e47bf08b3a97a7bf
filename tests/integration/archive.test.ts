import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import JSZip from 'jszip'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { GET as archiveRoute } from '@/app/data/register.zip/route'
import { GET as wholeLog } from '@/app/log.jsonl/route'
import { keepArchive } from '@/features/outlets/downloads/commands/keep-archive'
import { dictionaryFile } from '@/features/outlets/downloads/formats/dictionary'
import { tableNames } from '@/features/outlets/downloads/model/table'
import { columnsOf } from '@/features/outlets/downloads/model/tables'
import { findArchive } from '@/features/outlets/downloads/queries/find-archive'
import { keepCheckpoints } from '@/features/register/log/checkpoints/commands/keep-checkpoints'
import { signHead } from '@/features/register/log/checkpoints/commands/sign-head'
import { firstCheckpointOver } from '@/features/register/log/checkpoints/queries/checkpoints'
import { environment, settlePort } from '@/server/environment'
import { linesOf, verifyLog } from '~/public/verify-log.mjs'
import { freshDatabase } from '../support/database'
import { publishStated } from '../support/statements'

const db = freshDatabase()

// The archive and the key stand in a folder of the test's own on both engines.
let folder = ''
let dataDir: string | undefined
beforeAll(() => {
  dataDir = process.env.DATA_DIR
  folder = mkdtempSync(path.join(tmpdir(), 'register-archive-'))
  process.env.DATA_DIR = folder
  settlePort(environment().PORT)
})
afterAll(() => {
  if (dataDir) process.env.DATA_DIR = dataDir
  rmSync(folder, { recursive: true, force: true })
})

const get = (headers: Record<string, string> = {}) =>
  archiveRoute(new Request('http://localhost/data/register.zip', { headers }))
const bytesOf = async () => Buffer.from(await (await get()).arrayBuffer())
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const head = () => db().revision.count()

async function unpacked(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true })
  const files = new Map<string, Buffer>()
  for (const name of Object.keys(zip.files)) {
    files.set(name, (await zip.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0))
  }
  return files
}

test('before the log is signed there is no archive, and the address says so', async () => {
  await keepArchive()
  const answer = await get()
  expect(answer.status).toBe(503)
  expect(await answer.json()).toMatchObject({ status: 503, title: 'Not ready yet' })
  expect(await findArchive()).toBeNull()
})

test('the archive holds every list, the dictionary, and the log as it is given and signed', async () => {
  await keepCheckpoints()
  await keepArchive()
  const bytes = await bytesOf()
  const archive = await findArchive()
  expect(archive).toMatchObject({ head: await head(), bytes: bytes.length, sha256: sha256(bytes) })

  const files = await unpacked(bytes)
  expect([...files.keys()]).toEqual([
    'README.txt',
    'data-dictionary.md',
    ...tableNames.map((table) => `csv/${table}.csv`),
    ...tableNames.map((table) => `json/${table}.json`),
    'log.jsonl',
    'checkpoint.txt',
    'checkpoints.json',
    'SHA256SUMS',
  ])
  // Every time in it is the head's, in UTC and to two seconds, wherever it is made.
  const time = Math.floor(Date.parse(archive?.headRecordedAt ?? '') / 2000) * 2000
  const { files: zipped } = await JSZip.loadAsync(bytes)
  for (const { date, name } of Object.values(zipped)) expect(date.getTime(), name).toBe(time)
  const text = (name: string) => files.get(name)?.toString() ?? ''
  expect(text('data-dictionary.md')).toBe(dictionaryFile('en'))
  for (const table of tableNames) {
    const rows = parse(text(`csv/${table}.csv`), { bom: true, columns: true }) as object[]
    const file = JSON.parse(text(`json/${table}.json`))
    const names = columnsOf(table).map(({ name }) => name)
    expect(Object.keys(rows[0] ?? {}), table).toEqual(names)
    expect(Object.keys(file.rows[0]), table).toEqual(names)
    expect(file).toMatchObject({ table, head: await head(), as_at: null })
    expect(file.rows, table).toHaveLength(rows.length)
  }
  expect(JSON.parse(text('json/projects.json')).rows).toHaveLength(65)
  expect(JSON.parse(text('json/documents.json')).rows).toHaveLength(await db().document.count())

  const log = await (await wholeLog(new Request('http://localhost/log.jsonl'))).text()
  expect(text('log.jsonl')).toBe(log)
  const checkpoint = await firstCheckpointOver(await head())
  expect(text('checkpoint.txt')).toBe(checkpoint?.note)
  const verified = await verifyLog({
    entries: linesOf(text('log.jsonl')),
    checkpoints: JSON.parse(text('checkpoints.json')),
    kept: text('checkpoint.txt'),
  })
  expect(verified.problems).toEqual([])
})

test('the checksums are those of the files, by the program that the page names too', async () => {
  const files = await unpacked(await bytesOf())
  const sums = files.get('SHA256SUMS')?.toString() ?? ''
  const named = [...files.keys()].filter((name) => name !== 'SHA256SUMS')
  expect(sums).toBe(
    named.map((name) => `${sha256(files.get(name) ?? Buffer.alloc(0))}  ${name}\n`).join(''),
  )
  const place = mkdtempSync(path.join(tmpdir(), 'register-unpacked-'))
  for (const [name, content] of files) {
    mkdirSync(path.dirname(path.join(place, name)), { recursive: true })
    writeFileSync(path.join(place, name), content)
  }
  const check = spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: place, encoding: 'utf8' })
  rmSync(place, { recursive: true, force: true })
  // Windows has no such program.
  if (check.error) return
  expect(check.stderr).toBe('')
  expect(check.stdout.trim().split('\n')).toEqual(named.map((name) => `${name}: OK`))
})

test('of the same head it is the same to the byte, whenever it is made', async () => {
  const first = await bytesOf()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7_200_000 })
  try {
    // Signed once more an hour later, and made anew in a folder that has lost it.
    await signHead()
    expect(await db().checkpoint.count()).toBe(2)
    rmSync(path.join(folder, 'archive'), { recursive: true })
    await keepArchive()
  } finally {
    vi.useRealTimers()
  }
  expect(sha256(await bytesOf())).toBe(sha256(first))
})

test('who has it is told so; after a publication there is another, and the one before is read to its end', async () => {
  const before = await get()
  const tag = before.headers.get('etag') ?? ''
  expect(before.headers.get('content-length')).toBe(String((await findArchive())?.bytes))
  const again = { 'If-None-Match': tag }
  expect((await get(again)).status).toBe(304)
  const reader = (before.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader()
  const read = [(await reader.read()).value as Uint8Array]

  for (const reference of ['6-1.1', '6-1.2', '6-2.1']) {
    await publishStated(reference)
    // The head is not signed yet: the archive stays as it is.
    await keepArchive()
    expect((await get(again)).status === 304).toBe(reference === '6-1.1')
    await keepCheckpoints()
    await keepArchive()
  }
  const after = await get(again)
  expect(after.status).toBe(200)
  const files = await unpacked(Buffer.from(await after.arrayBuffer()))
  const { rows, head: known } = JSON.parse(files.get('json/projects.json')?.toString() ?? '')
  expect(known).toBe(await head())
  expect(rows.find((row: { reference: string }) => row.reference === '6-2.1')).toMatchObject({
    state: 'in_progress',
    asserted_by: 'hk_side',
    confirmed_by: ['HK'],
    note_en: 'The sides met in Shanghai.',
    quote: 'The sides met in Shanghai.',
  })
  // What was begun before is still whole, though its file is gone.
  for (let next = await reader.read(); !next.done; next = await reader.read()) read.push(next.value)
  expect(`"${sha256(Buffer.concat(read))}"`).toBe(tag)
  expect(readdirSync(path.join(folder, 'archive')).sort()).toEqual([
    'latest.json',
    ...readdirSync(path.join(folder, 'archive')).filter((name) => name.startsWith('register-')),
  ])
  const zips = readdirSync(path.join(folder, 'archive')).filter((name) => name.endsWith('.zip'))
  expect(zips).toHaveLength(2)
})

test('one that was lost is made again', async () => {
  const first = await findArchive()
  for (const name of readdirSync(path.join(folder, 'archive'))) {
    if (name.endsWith('.zip')) rmSync(path.join(folder, 'archive', name))
  }
  expect((await get()).status).toBe(503)
  await keepArchive()
  expect(sha256(await bytesOf())).toBe(first?.sha256)
})
