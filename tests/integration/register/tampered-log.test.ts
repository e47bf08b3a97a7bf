import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { GET as checkpointNote } from '@/app/log/checkpoint.txt/route'
import { GET as logKeys } from '@/app/log/keys/route'
import { checkLog } from '@/features/register/log/checkpoints/commands/check-log'
import { keepCheckpoints } from '@/features/register/log/checkpoints/commands/keep-checkpoints'
import { rotateLogKey } from '@/features/register/log/checkpoints/commands/rotate-key'
import { signHead } from '@/features/register/log/checkpoints/commands/sign-head'
import {
  logCondition,
  setLogCondition,
} from '@/features/register/log/checkpoints/queries/log-condition'
import { publishStated } from '~/tests/support/desk/statements'
import {
  around,
  at,
  jsonOf,
  ownLogKey,
  useFolder,
  verified,
} from '~/tests/support/register/own-log-key'
import { setClock } from '~/tests/support/server/clock'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
const keys = ownLogKey()

describe('another key', () => {
  test('is introduced by the one before it, signs from then on, and the script follows', async () => {
    await signHead()
    const note = await (await checkpointNote(at('/log/checkpoint.txt'))).text()
    const outcome = await rotateLogKey(null)
    expect(outcome).toMatchObject({ ok: true, number: 2 })
    expect(existsSync(path.join(keys(), 'log-key.next'))).toBe(false)
    await publishStated('6-3.1')
    expect(await signHead()).toEqual({ ok: true, checkpoint: 2 })
    await rotateLogKey(null)
    await publishStated('6-3.2')
    await signHead()
    const held = await jsonOf(logKeys(at('/log/keys')))
    expect(held.keys).toHaveLength(3)
    const signers = await db().checkpoint.findMany({ orderBy: { number: 'asc' } })
    expect(signers.map(({ keyNumber }) => keyNumber)).toEqual([1, 2, 3])
    expect(await verified(note)).toEqual([])
    expect(await checkLog()).toBeNull()
    // An introduction that the old key has not signed is found, by the register and by the script.
    await around(`update "LogKey" set note = replace(note, 'key 2', 'key 9') where number = 2`)
    expect(await checkLog()).toEqual({ kind: 'key', number: 2 })
    expect(await verified()).toMatchObject([{ code: 'key', number: 2 }])
  })

  test('is taken up although the process ended before it was put in place', async () => {
    await signHead()
    const old = readFileSync(path.join(keys(), 'log-key'), 'utf8')
    await rotateLogKey(null)
    const next = readFileSync(path.join(keys(), 'log-key'), 'utf8')
    writeFileSync(path.join(keys(), 'log-key'), old)
    writeFileSync(path.join(keys(), 'log-key.next'), next)
    await publishStated('6-d02')
    expect(await signHead()).toEqual({ ok: true, checkpoint: 2 })
    expect(readFileSync(path.join(keys(), 'log-key'), 'utf8')).toBe(next)
    expect(await verified()).toEqual([])
  })

  test('is given where keys are set, and never the same one twice', async () => {
    const [first, second] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'))
    process.env.LOG_KEY = first
    useFolder(keys())
    await signHead()
    expect(await rotateLogKey(first ?? '')).toEqual({ ok: false, reason: 'same_key' })
    expect(await rotateLogKey(second ?? '')).toMatchObject({ ok: true, number: 2 })
    await publishStated('6-4.1')
    expect(await signHead()).toMatchObject({ ok: false, reason: 'no_key' })
    process.env.LOG_KEY = second
    useFolder(keys())
    expect(await signHead()).toEqual({ ok: true, checkpoint: 2 })
    expect(await verified()).toEqual([])
  })
})

describe('a log that is not what was signed', () => {
  const problems: [string, string[], object][] = [
    [
      'an entry changed',
      [
        `update "Revision" set after = jsonb_set(after, '{state}', '"completed"') where number = 40`,
      ],
      { kind: 'entry', number: 40 },
    ],
    [
      'who acted changed',
      [`update "Revision" set "actorRole" = 'admin' where number = 41`],
      { kind: 'entry', number: 41 },
    ],
    [
      'a time changed by a millisecond',
      [`update "Revision" set "recordedAt" = "recordedAt" + interval '1 ms' where number = 42`],
      { kind: 'entry', number: 42 },
    ],
    ['an entry gone', ['delete from "Revision" where number = 43'], { kind: 'entry', number: 43 }],
    [
      'the last entries gone',
      ['delete from "Revision" where number > 200'],
      { kind: 'entry', number: 201 },
    ],
    [
      'an entry and its kept hash changed',
      [
        `update "Revision" set "actorRole" = 'admin' where number = 41`,
        `update "LogNode" set hash = repeat('A', 43) || '=' where level = 0 and position = 40`,
      ],
      { kind: 'entry', number: 41 },
    ],
    [
      'a hash that proofs are made of changed',
      [`update "LogNode" set hash = repeat('A', 43) || '=' where level = 3 and position = 2`],
      { kind: 'tree' },
    ],
    [
      'a checkpoint changed',
      [`update "Checkpoint" set "signedAt" = "signedAt" - interval '1 hour' where number = 1`],
      { kind: 'checkpoint', number: 1 },
    ],
    [
      'all that was signed gone',
      ['delete from "Checkpoint"', 'delete from "LogKey"', 'delete from "LogNode"'],
      { kind: 'rewound' },
    ],
  ]

  test.each(problems)(
    '%s: is found at the start, said, and not signed over',
    async (_, statements, problem) => {
      await signHead()
      const tables = ['Revision', 'Checkpoint', 'LogKey', 'LogNode']
      await around(
        ...tables.map((table) => `create table "kept${table}" as table "${table}"`),
        // What the database works out itself, as the last column, is not written back.
        'alter table "keptRevision" drop column "ofWording"',
      )
      try {
        await around(...statements)
        const signed = await db().checkpoint.count()
        const said = vi.spyOn(console, 'error').mockImplementation(() => {})
        await keepCheckpoints()
        expect(logCondition()).toMatchObject({ problem })
        expect(said.mock.calls.flat().join('\n')).toMatch(/is not the one that was signed/)
        setClock(Date.now() + 2 * 3_600_000)
        await keepCheckpoints()
        expect(await db().checkpoint.count()).toBe(signed)
      } finally {
        await around(
          ...tables.flatMap((table) => [
            `delete from "${table}"`,
            `insert into "${table}" select * from "kept${table}"`,
            `drop table "kept${table}"`,
          ]),
        )
      }
      await keepCheckpoints()
      setLogCondition({ checkedAt: null, problem: null })
      vi.useRealTimers()
      await keepCheckpoints()
      expect(logCondition().problem).toBeNull()
    },
  )

  test('a database put back to an earlier day is noticed before anything is signed', async () => {
    await signHead()
    await around('create table "keptCheckpoint" as table "Checkpoint"')
    await publishStated('6-5.1')
    await signHead()
    await around('delete from "Checkpoint" where number = 2', 'drop table "keptCheckpoint"')
    await publishStated('6-5.2')
    expect(await signHead()).toMatchObject({ ok: false, problem: { kind: 'rewound' } })
    expect(await db().checkpoint.count()).toBe(1)
  })
})
