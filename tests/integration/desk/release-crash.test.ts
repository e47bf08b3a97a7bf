import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { officerById } from '@/features/desk/officers/session'
import { approveSubmission } from '@/features/desk/round/review/commands/approve-submission'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { closeDatabase, database } from '@/server/database/database'
import { newOfficer } from '~/tests/support/desk/officers'
import { statementFrom } from '~/tests/support/desk/statements'
import { type Copy, copyTemplate, engine } from '~/tests/support/server/database'

// A release is carried out once, whole, whatever happens to the process that carries it out. The database is
// this file's while nothing else runs, and the nodes' while they do: the embedded one serves one process.

let copy: Copy
let people: string[]
const nodes = new Set<ChildProcess>()
beforeAll(async () => {
  copy = await copyTemplate('filled')
  delete process.env.DATABASE_URL
  Object.assign(process.env, copy.variables)
  people = [(await newOfficer('editor')).id, (await newOfficer('reviewer')).id]
  await closeDatabase()
})
afterEach(async () => {
  for (const node of nodes) node.kill('SIGKILL')
  await closeDatabase()
})
afterAll(async () => {
  await closeDatabase()
  await copy?.remove()
})

/** Plans a release of statements on items, some ms from when everything is closed again. */
async function plan(references: readonly string[], milliseconds: number) {
  const [author, reviewer] = [
    await officerById(people[0] ?? ''),
    await officerById(people[1] ?? ''),
  ]
  if (!author || !reviewer) throw new Error('The officers are gone.')
  let release = ''
  for (const reference of references) {
    const submitted = await submitStatement(author, await statementFrom(reference))
    if (!submitted.ok) throw new Error(submitted.reason)
    const item = await findItemToState(reference)
    const approved = await approveSubmission(reviewer, {
      id: submitted.submission,
      version: item?.live.version ?? 0,
      release: release ? { releaseId: release } : { at: '2999-12-01T10:00', title: '簽署儀式' },
    })
    if (!approved.ok) throw new Error(approved.reason)
    release = approved.release
  }
  const db = await database()
  // A form takes whole minutes, and a test cannot wait that long.
  const at = new Date(Date.now() + milliseconds)
  await db.release.update({ where: { id: release }, data: { at } })
  await closeDatabase()
  return release
}

/** Starts a node. @returns what it prints, as it does. */
function startNode(standsStill?: 'start' | 'before' | 'after') {
  const words = standsStill ? [standsStill] : []
  const node = spawn(
    process.execPath,
    [
      '--conditions=react-server',
      '--import',
      'tsx',
      'tests/support/desk/carry-out-releases.ts',
      ...words,
    ],
    { env: { ...process.env, ...copy.variables }, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  nodes.add(node)
  let printed = ''
  node.stdout.on('data', (chunk) => {
    printed += chunk
  })
  const over = new Promise<void>((resolve) => {
    node.once('exit', () => {
      nodes.delete(node)
      resolve()
    })
  })
  return {
    async prints(line: RegExp): Promise<string> {
      for (;;) {
        const found = line.exec(printed)
        if (found) return found[1] ?? ''
        if (node.exitCode !== null) throw new Error(`The node ended: ${printed}`)
        await wait(20)
      }
    },
    /** Lets it go on where it stands still. */
    goOn: () => node.stdin.write('go on\n'),
    /** Has it end when it has done what is due. @returns how many releases it ended. */
    async finish(): Promise<number> {
      node.stdin.end()
      const ended = await this.prints(/ended (\d+)/)
      await over
      return Number(ended)
    },
    async kill(): Promise<void> {
      node.kill('SIGKILL')
      await over
    },
  }
}

/** Everything of the release is public, once, at one moment. */
async function expectReleased(release: string, references: readonly string[]) {
  const db = await database()
  const row = await db.release.findUniqueOrThrow({
    where: { id: release },
    include: { submissions: true },
  })
  expect(row.state).toBe('released')
  expect(row.submissions.map(({ state }) => state)).toEqual(references.map(() => 'published'))
  const revisions = await db.revision.findMany({
    where: {
      subjectReference: { in: [...references] },
      action: 'status_published',
      approverId: people[1] ?? '',
    },
  })
  expect(revisions.map((one) => one.subjectReference).sort()).toEqual([...references].sort())
  const moments = new Set(revisions.map(({ recordedAt }) => recordedAt.toISOString()))
  expect(moments.size).toBe(1)
  const all = await db.revision.findMany({ orderBy: { number: 'asc' }, select: { number: true } })
  expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1))
  await closeDatabase()
}

/** Nothing of it is public, and it is still to come. */
async function expectPlanned(release: string, references: readonly string[]) {
  const db = await database()
  const row = await db.release.findUniqueOrThrow({
    where: { id: release },
    include: { submissions: true },
  })
  expect(row.state).toBe('scheduled')
  expect(row.submissions.map(({ state }) => state)).toEqual(references.map(() => 'approved'))
  const revisions = await db.revision.count({
    where: { subjectReference: { in: [...references] }, approverId: people[1] ?? '' },
  })
  expect(revisions).toBe(0)
  await closeDatabase()
}

test('killed just before the commit, nothing is public; the next node releases all of it, once', async () => {
  const references = ['6-1.1', '6-2.1', '6-3.1']
  const release = await plan(references, 1500)
  const node = startNode('before')
  await node.prints(/(before the commit)/)
  await node.kill()
  await expectPlanned(release, references)
  expect(await startNode().finish()).toBe(1)
  await expectReleased(release, references)
})

test('killed just after the commit, all of it is public, and no later node releases it again', async () => {
  const references = ['6-1.2', '6-2.2', '6-4.1']
  const release = await plan(references, 1500)
  const node = startNode('after')
  await node.prints(/(after the commit)/)
  await node.kill()
  expect(await startNode().finish()).toBe(0)
  await expectReleased(release, references)
})

test('due while no node runs, it is released by the first that starts', async () => {
  const references = ['6-5.1', '6-5.2', '6-6.1']
  const release = await plan(references, 0)
  await expectPlanned(release, references)
  expect(await startNode().finish()).toBe(1)
  await expectReleased(release, references)
})

if (engine === 'postgres') {
  test('two nodes meet a release at its moment, and one of them carries it out', async () => {
    const references = ['6-7.1', '6-7.2', '6-8.1']
    const release = await plan(references, 0)
    const second = startNode('start')
    await second.prints(/(ready)/)
    const first = startNode('before')
    await first.prints(/(before the commit)/)
    // The second finds the release while the first is working on it.
    second.goOn()
    expect(await second.finish()).toBe(0)
    first.goOn()
    expect(await first.finish()).toBe(1)
    await expectReleased(release, references)
  })
}
