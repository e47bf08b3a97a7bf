import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { GET as checkpoint } from '@/app/log/checkpoint/route'
import { GET as checkpointNote } from '@/app/log/checkpoint.txt/route'
import { GET as checkpoints } from '@/app/log/checkpoints/route'
import { GET as entry } from '@/app/log/entries/[number]/route'
import { GET as logKeys } from '@/app/log/keys/route'
import { GET as consistency } from '@/app/log/proof/consistency/route'
import { GET as inclusion } from '@/app/log/proof/inclusion/route'
import { GET as wholeLog } from '@/app/log.jsonl/route'
import { checkLog } from '@/features/register/log/checkpoints/commands/check-log'
import { keepCheckpoints } from '@/features/register/log/checkpoints/commands/keep-checkpoints'
import { signHead } from '@/features/register/log/checkpoints/commands/sign-head'
import { linesOf, verifyConsistency, verifyInclusion } from '~/public/verify-log.mjs'
import { publishStated } from '~/tests/support/desk/statements'
import {
  at,
  forget,
  jsonOf,
  ownLogKey,
  useFolder,
  verified,
} from '~/tests/support/register/own-log-key'
import { setClock } from '~/tests/support/server/clock'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
const keys = ownLogKey()
const head = () => db().revision.count()

describe('checkpoints', () => {
  test('cover the log, one for each publication and one an hour, and verify', async () => {
    expect(await signHead()).toEqual({ ok: true, checkpoint: 1 })
    expect(await signHead()).toEqual({ ok: true, checkpoint: null })
    const first = await (await checkpointNote(at('/log/checkpoint.txt'))).text()
    const before = await head()
    await publishStated('6-1.1')
    expect(await head()).toBeGreaterThan(before)
    expect(await signHead()).toEqual({ ok: true, checkpoint: 2 })
    setClock(Date.now() + 3_599_000)
    expect(await signHead()).toEqual({ ok: true, checkpoint: null })
    setClock(Date.now() + 2_000)
    expect(await signHead()).toEqual({ ok: true, checkpoint: 3 })
    const rows = await db().checkpoint.findMany({ orderBy: { number: 'asc' } })
    expect(rows.map(({ size }) => size)).toEqual([before, await head(), await head()])
    expect(await verified(first)).toEqual([])
    expect(await checkLog()).toBeNull()
  })

  test('are signed with a key that only this account reads, made once', async () => {
    await signHead()
    const file = path.join(keys(), 'log-key')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const text = readFileSync(file, 'utf8')
    await publishStated('6-1.2')
    await signHead()
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(await db().logKey.count()).toBe(1)
    expect(await verified()).toEqual([])
  })

  test('are signed with LOG_KEY where it is set, and nothing is written then', async () => {
    process.env.LOG_KEY = Buffer.alloc(32, 7).toString('base64')
    useFolder(keys())
    await signHead()
    expect(existsSync(path.join(keys(), 'log-key'))).toBe(false)
    expect(await verified()).toEqual([])
  })

  test('never fork: of two signers at once one signs, the other finds it signed', async () => {
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => signHead()))
    expect(outcomes.map((outcome) => outcome.ok)).toEqual(Array(6).fill(true))
    expect(outcomes.filter((outcome) => outcome.ok && outcome.checkpoint === 1)).toHaveLength(1)
    expect(await db().checkpoint.count()).toBe(1)
    expect(await db().logKey.count()).toBe(1)
    const row = await db().checkpoint.findFirstOrThrow()
    for (const change of [
      { number: 1 },
      { number: 3 },
      { number: 2, size: row.size - 1 },
      { number: 2, root: row.root.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) },
      { number: 2, size: row.size + 1 },
      { number: 2, signedAt: new Date(row.signedAt.getTime() - 1) },
    ]) {
      await expect(db().checkpoint.create({ data: { ...row, ...change } })).rejects.toThrow()
    }
  })

  test('and keys and hashes are neither changed nor deleted', async () => {
    await signHead()
    for (const table of ['Checkpoint', 'LogKey', 'LogNode']) {
      await expect(db().$executeRawUnsafe(`delete from "${table}"`)).rejects.toThrow(/append-only/)
      await expect(db().$executeRawUnsafe(`truncate "${table}" cascade`)).rejects.toThrow(
        /append-only/,
      )
    }
    await expect(db().checkpoint.updateMany({ data: { signedAt: new Date() } })).rejects.toThrow(
      /append-only/,
    )
  })

  test('are not signed by a server that has not the key, and it makes none of its own', async () => {
    await signHead()
    await publishStated('6-1.3')
    const other = mkdtempSync(path.join(tmpdir(), 'other-server-'))
    useFolder(other)
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(await signHead()).toMatchObject({ ok: false, reason: 'no_key' })
    await keepCheckpoints()
    await keepCheckpoints()
    expect(said.mock.calls.filter(([line]) => /set LOG_KEY/.test(line))).toHaveLength(1)
    expect(existsSync(path.join(other, 'log-key'))).toBe(false)
    expect(await db().checkpoint.count()).toBe(1)
    useFolder(keys())
    expect(await signHead()).toEqual({ ok: true, checkpoint: 2 })
    rmSync(other, { recursive: true })
  })

  test('a crash between the commit and the note of it is made good', async () => {
    await signHead()
    const file = path.join(keys(), 'log-checkpoint')
    const earlier = readFileSync(file, 'utf8')
    await publishStated('6-2.1')
    await signHead()
    writeFileSync(file, earlier)
    await publishStated('6-2.2')
    expect(await signHead()).toEqual({ ok: true, checkpoint: 3 })
    expect(await verified()).toEqual([])
  })
})

describe('the addresses', () => {
  beforeEach(async () => {
    await signHead()
  })

  test('give proofs that hold', async () => {
    const { size, root } = await jsonOf(checkpoint(at('/log/checkpoint')))
    for (const number of [1, 2, 77, size - 1, size]) {
      const proof = await jsonOf(inclusion(at(`/log/proof/inclusion?entry=${number}&size=${size}`)))
      expect(proof.root).toBe(root)
      expect(verifyInclusion({ ...proof, index: number - 1 })).toBe(true)
      const latest = await jsonOf(inclusion(at(`/log/proof/inclusion?entry=${number}`)))
      expect(latest).toEqual(proof)
    }
    for (const from of [1, 2, 64, 100, size]) {
      const proof = await jsonOf(consistency(at(`/log/proof/consistency?from=${from}`)))
      expect(proof).toMatchObject({ to: size, toRoot: root })
      expect(verifyConsistency(proof)).toBe(true)
    }
  })

  test('give an entry in its own bytes, to any site, and not twice to who has it', async () => {
    const params = Promise.resolve({ number: '5' })
    const response = await entry(at('/log/entries/5'), { params })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const lines = linesOf(await (await wholeLog(at('/log.jsonl'))).text())
    expect(await response.text()).toBe(lines[4])
    expect(lines).toHaveLength(await head())
    const tag = response.headers.get('etag') ?? ''
    const again = await entry(at('/log/entries/5', { 'if-none-match': tag }), { params })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test.each([
    ['inclusion', inclusion, '?entry=0', 400],
    ['inclusion', inclusion, '?entry=1e3', 400],
    ['inclusion', inclusion, '', 400],
    ['inclusion', inclusion, '?entry=5&size=4', 400],
    ['inclusion', inclusion, '?entry=5&size=999999', 404],
    ['consistency', consistency, '?from=9&to=8', 400],
    ['consistency', consistency, '?from=-1', 400],
    ['consistency', consistency, '?from=1&to=999999999', 404],
    ['checkpoints', checkpoints, '?after=x', 400],
  ])('refuse a bad %s (%#) by a problem that says what', async (name, get, query, status) => {
    const response = await get(at(`/log/${name}${query}`))
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(/\.$/) })
  })

  test.each(['0', 'abc', '999999999'])('refuse entry %s', async (number) => {
    const response = await entry(at(`/log/entries/${number}`), {
      params: Promise.resolve({ number }),
    })
    expect(response.status).toBe(number === '999999999' ? 404 : 400)
  })

  test('say nothing of officers', async () => {
    const { author, reviewer } = await publishStated('6-6.1')
    await signHead()
    const text = await (await wholeLog(at('/log.jsonl'))).text()
    expect(text).toContain('"approver":{"role":"reviewer"')
    for (const { id } of [author, reviewer]) {
      const { email, name } = await db().officer.findUniqueOrThrow({ where: { id } })
      for (const own of [id, email, name]) expect(text).not.toContain(own)
    }
  })

  test('ask for a minute before there is a checkpoint', async () => {
    await forget()
    for (const get of [checkpoint, checkpointNote, checkpoints, logKeys, wholeLog]) {
      const response = await get(at('/'))
      expect([response.status, (await response.json()).status]).toEqual([503, 503])
    }
  })
})
