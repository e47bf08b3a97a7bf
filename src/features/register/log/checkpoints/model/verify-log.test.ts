import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { isSignedBy as isSignedByScript, verifyLog } from '~/public/verify-log.mjs'
import { type SignedLog, signLog, someEntries, testKey } from '~/tests/support/register/signed-log'
import { sampled } from '~/tests/support/server/sample'
import { canonicalText } from './entry'
import { isSignedBy, parseCheckpoint, parseVerifier, signNote } from './note'

// What is tested is the script that anybody downloads; the log it is given is signed by the register's code.

const tamperings = sampled(10_000, 2_000)
const sizes = [3, 3, 5, 8, 8, 12, 17, 24, 24]
const entries = someEntries(24)
const log = signLog(entries, sizes, 4)
const kept = log.checkpoints.checkpoints.at(-1)?.note ?? ''
const problemsOf = async ({ entries, checkpoints }: SignedLog, keptNote: string | null = kept) =>
  (await verifyLog({ entries, checkpoints, kept: keptNote })).problems

describe('the note format', () => {
  // The example in the documentation of golang.org/x/mod/sumdb/note.
  const verifier = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
  const note =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"

  it('is that of others: their example verifies, and not with a letter changed', async () => {
    expect(isSignedBy(note, verifier)).toBe(true)
    expect(await isSignedByScript(note, verifier)).toBe(true)
    const altered = note.replace('think', 'thinks')
    expect(isSignedBy(altered, verifier)).toBe(false)
    expect(await isSignedByScript(altered, verifier)).toBe(false)
  })

  it('knows a key by its name and all of its bytes', () => {
    expect(parseVerifier(verifier)?.name).toBe('PeterNeumann')
    expect(parseVerifier(verifier.replace('Peter', 'Petra'))).toBeNull()
    expect(parseVerifier(verifier.replace('ARpc', 'ARpd'))).toBeNull()
  })

  it('takes no introduction of a key for a checkpoint', () => {
    const introduction = log.checkpoints.keys[1]?.note ?? ''
    expect(introduction).toContain('/key-rotation\n')
    expect(parseCheckpoint(introduction)).toBeNull()
    expect(parseCheckpoint(kept)).toMatchObject({ number: 9, size: 24 })
  })
})

describe('a log that is as it was signed', () => {
  it.each([0, 4, 8])('holds, its key changed after checkpoint %i', async (rotateAfter) => {
    const whole = signLog(entries, sizes, rotateAfter)
    expect(await problemsOf(whole, null)).toEqual([])
    const note = whole.checkpoints.checkpoints[5]?.note ?? ''
    expect(await problemsOf(whole, note)).toEqual([])
  })

  it('has gone on since the checkpoint that was kept', async () => {
    const earlier = signLog(entries, sizes.slice(0, 5), 4)
    const note = earlier.checkpoints.checkpoints.at(-1)?.note ?? ''
    expect(await problemsOf(log, note)).toEqual([])
  })

  it('is of one key, where a key is asked for', async () => {
    const { checkpoints } = log
    const key = (word: string) => verifyLog({ entries, checkpoints, key: testKey(word).verifier })
    expect((await key('first')).problems).toEqual([])
    expect((await key('second')).problems).toEqual([])
    expect((await key('third')).problems).toMatchObject([{ code: 'key' }])
  })
})

it.each([
  [{}, 'form'],
  [null, 'form'],
  [{ ...log.checkpoints, keys: [] }, 'key'],
  [{ ...log.checkpoints, checkpoints: [] }, 'key'],
  [{ ...log.checkpoints, checkpoints: [null] }, 'key'],
])('says what is wrong with a file of another form: %#', async (checkpoints, code) => {
  expect((await verifyLog({ entries, checkpoints })).problems[0]?.code).toBe(code)
})

describe(`${tamperings} ways of tampering`, () => {
  type Draw = { kind: number; at: number; to: number; bit: number }
  const swapped = <Item>(list: Item[], a: number, b: number) =>
    list.map((item, index) => (index === a ? list[b] : index === b ? list[a] : item)) as Item[]
  const without = <Item>(list: Item[], at: number) => list.filter((_, index) => index !== at)
  const other = (text: string, at: number, to: number) => {
    const letter = '{"0:aZ滬'.charAt(to % 8)
    return text.slice(0, at % text.length) + letter + text.slice((at % text.length) + 1)
  }
  const setEntry = (at: number, change: (entry: Record<string, unknown>) => void) => {
    const entry = JSON.parse(entries[at % 24] ?? '')
    change(entry)
    return entries.map((line, index) => (index === at % 24 ? canonicalText(entry) : line))
  }
  const setCheckpoint = (at: number, change: object) =>
    log.checkpoints.checkpoints.map((one, index) =>
      index === at % 9 ? { ...one, ...change } : one,
    )
  const setKey = (at: number, change: object) =>
    log.checkpoints.keys.map((one, index) => (index === at % 2 ? { ...one, ...change } : one))

  /** Each gives the log as somebody without the key, or at the end somebody with it, might leave it. */
  const ways: ((draw: Draw) => Partial<SignedLog> & { checkpoint?: object })[] = [
    ({ at, to }) => ({ entries: setEntry(at, (entry) => (entry.reference = `6-9.${to}`)) }),
    ({ at, to }) => ({ entries: setEntry(at, (entry) => (entry.added = to)) }),
    ({ at }) => ({ entries: setEntry(at, (entry) => delete entry.after) }),
    ({ at, to, bit }) => ({
      entries: entries.map((line, index) => (index === at % 24 ? other(line, to, bit) : line)),
    }),
    ({ at }) => ({
      entries: entries.map((line, index) => (index === at % 24 ? line.replace(':', ': ') : line)),
    }),
    ({ at }) => ({ entries: without(entries, at % 24) }),
    ({ at }) => ({
      entries: without(entries, at % 24).map((line, index) =>
        canonicalText({ ...JSON.parse(line), number: index + 1 }),
      ),
    }),
    ({ at, to }) => ({ entries: entries.toSpliced(at % 25, 0, entries[to % 24] ?? '') }),
    ({ at, to }) => ({ entries: swapped(entries, at % 24, to % 24) }),
    ({ at, to }) => ({
      entries: swapped(entries, at % 24, to % 24).map((line, index) =>
        canonicalText({ ...JSON.parse(line), number: index + 1 }),
      ),
    }),
    ({ at }) => ({ entries: entries.slice(0, at % 24) }),
    () => ({ entries: [...entries, canonicalText({ number: 25 })] }),
    ({ at, bit }) => ({ checkpoint: { checkpoints: setCheckpoint(at, { size: bit }) } }),
    ({ at, bit }) => ({ checkpoint: { checkpoints: setCheckpoint(at, { number: bit }) } }),
    ({ at, to }) => ({
      checkpoint: {
        checkpoints: setCheckpoint(at, {
          root: log.checkpoints.checkpoints[to % 9]?.root.replace(/^./, '/'),
        }),
      },
    }),
    ({ at, bit }) => ({
      checkpoint: {
        checkpoints: setCheckpoint(at, { signedAt: new Date(bit * 1e9).toISOString() }),
      },
    }),
    ({ at, to, bit }) => ({
      checkpoint: {
        checkpoints: setCheckpoint(at, {
          note: other(log.checkpoints.checkpoints[at % 9]?.note ?? '', to, bit),
        }),
      },
    }),
    ({ at, to }) => ({ checkpoint: { checkpoints: setCheckpoint(at, { key: to }) } }),
    ({ at }) => ({ checkpoint: { checkpoints: without(log.checkpoints.checkpoints, at % 9) } }),
    ({ at, to }) => ({
      checkpoint: { checkpoints: swapped(log.checkpoints.checkpoints, at % 9, to % 9) },
    }),
    ({ at, to }) => ({
      checkpoint: {
        checkpoints: log.checkpoints.checkpoints.toSpliced(
          at % 10,
          0,
          log.checkpoints.checkpoints[to % 9] as never,
        ),
      },
    }),
    ({ at }) => ({ checkpoint: { keys: without(log.checkpoints.keys, at % 2) } }),
    ({ at, to }) => ({
      checkpoint: { keys: setKey(at, { verifier: testKey(`stranger ${to}`).verifier }) },
    }),
    ({ at, bit }) => ({
      checkpoint: { keys: setKey(at, { since: new Date(bit * 1e9).toISOString() }) },
    }),
    ({ to, bit }) => ({
      checkpoint: {
        keys: setKey(1, { note: other(log.checkpoints.keys[1]?.note ?? '', to, bit) }),
      },
    }),
    ({ to, bit }) => ({ checkpoint: { origin: other(log.checkpoints.origin, to, bit) } }),
    // Cut short, the checkpoints with the entries; and another second key, which nobody introduced.
    ({ at }) => signLog(entries, sizes.slice(0, 1 + (at % 8)), at % 8 >= 4 ? 4 : 0),
    ({ at, to }) => {
      const stranger = testKey(`stranger ${to}`)
      const checkpoint = log.checkpoints.checkpoints[at % 9]
      const text = checkpoint?.note.slice(0, checkpoint.note.lastIndexOf('\n\n') + 1) ?? ''
      return {
        checkpoint: { checkpoints: setCheckpoint(at, { note: signNote(text, [stranger]) }) },
      }
    },
    // With the key: another history, signed anew. Only what was kept uncovers it.
    ({ at, to }) =>
      signLog(
        setEntry(at, (entry) => (entry.reference = `6-9.${to}`)),
        sizes,
        4,
      ),
    ({ at }) =>
      signLog(
        someEntries(30).with(at % 24, canonicalText({ number: (at % 24) + 1 })),
        [...sizes, 30],
        4,
      ),
    // With the key: two histories of one length in one line of checkpoints.
    ({ at, to }) => {
      const fork = signLog(
        setEntry(at % 3, (entry) => (entry.reference = `6-9.${to}`)),
        sizes,
        4,
      )
      const which = to % 9
      return {
        checkpoint: {
          checkpoints: setCheckpoint(which, fork.checkpoints.checkpoints[which] ?? {}),
        },
      }
    },
  ]

  it('are all found', { timeout: 1_200_000 }, async () => {
    const tried = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          kind: fc.nat(ways.length - 1),
          at: fc.nat(10_000),
          to: fc.nat(10_000),
          bit: fc.nat(255),
        }),
        async (draw) => {
          const { checkpoint, ...rest } = ways[draw.kind]?.(draw) ?? {}
          const tampered = {
            ...log,
            ...rest,
            ...(checkpoint ? { checkpoints: { ...log.checkpoints, ...checkpoint } } : {}),
          }
          // A draw that changes nothing is none.
          fc.pre(JSON.stringify(tampered) !== JSON.stringify(log))
          tried.set(draw.kind, (tried.get(draw.kind) ?? 0) + 1)
          const problems = await problemsOf(tampered)
          expect(problems.length).toBeGreaterThan(0)
          expect(problems[0]?.text).toMatch(/\S/)
        },
      ),
      { numRuns: tamperings },
    )
    expect(tried.size).toBe(ways.length)
    expect([...tried.values()].reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(
      tamperings,
    )
  })
})

describe('as a program, with Node alone', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'verify-log-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  copyFileSync('public/verify-log.mjs', path.join(folder, 'verify-log.mjs'))
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
  write('log.jsonl', `${entries.join('\n')}\n`)
  write('altered.jsonl', `${entries.join('\n')}\n`.replace('6-1.3', '6-1.4'))
  write('checkpoints.json', JSON.stringify(log.checkpoints))
  write('checkpoint.txt', kept)
  write('other.txt', signLog(someEntries(9), [9]).checkpoints.checkpoints[0]?.note ?? '')
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ['verify-log.mjs', ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { NODE_ENV: 'test' },
    })

  it('ends with 0 and the fingerprint where everything holds', () => {
    const { status, stdout, stderr } = run(
      'log.jsonl',
      'checkpoints.json',
      '--kept',
      'checkpoint.txt',
    )
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('24 entries')
    expect(stdout).toContain(log.checkpoints.checkpoints.at(-1)?.root)
  })

  it('ends with 1 and says which entries are not as signed', () => {
    const { status, stderr } = run('altered.jsonl', 'checkpoints.json')
    expect(status).toBe(1)
    expect(stderr).toContain('entries 1 to 3')
  })

  it('ends with 1 where the log is not the one of a kept checkpoint', () => {
    const { status, stderr } = run('log.jsonl', 'checkpoints.json', '--kept', 'other.txt')
    expect(status).toBe(1)
    expect(stderr).toContain('kept checkpoint')
  })

  it('ends with 2 where it could not look', () => {
    expect(run().status).toBe(2)
    expect(run('nothing.jsonl', 'checkpoints.json').status).toBe(2)
    expect(run('http://127.0.0.1:9').status).toBe(2)
  })
})
