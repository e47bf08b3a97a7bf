import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { performLine } from '@/cli/officer-line'
import { type Copy, copyTemplate } from '~/tests/support/server/database'

// Without a running server, the command opens the database itself; even an empty one. Processes of its own show
// that what was done stays and how each kind of answer is told; the rest is asked of the line in this one.

let copy: Copy
beforeAll(async () => {
  copy = await copyTemplate('empty')
  delete process.env.DATABASE_URL
  Object.assign(process.env, copy.variables)
})
afterAll(() => copy.remove())

function officer(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'src/cli/officer.ts', ...words],
    { env: process.env, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

const here = (...words: string[]) => performLine(words)
const chan = ['--email', 'Chan@example.org', '--name', '陳大文']

it('adds, lists, links and disables officers', async () => {
  const added = officer('add', ...chan, '--role', 'editor', '--side', 'HK')
  expect(added.status).toBe(0)
  expect(added.stdout).toMatch(/^http:\/\/127\.0\.0\.1:3000\/tc\/desk\/password\/\S+$/m)

  expect(officer('list').stdout).toContain('chan@example.org\t陳大文\teditor\tHK\tactive\t-')

  const linked = await here('link', '--email', 'chan@example.org')
  expect(linked.status).toBe(0)
  expect(linked.text).toMatch(/^http:\/\/\S+\/desk\/password\/\S+$/m)

  expect((await here('disable', '--email', 'chan@example.org')).status).toBe(0)
  expect((await here('enable', '--email', 'chan@example.org')).status).toBe(0)
  const viewer = await here('role', '--email', 'chan@example.org', '--role', 'viewer')
  expect(viewer.text).toContain('chan@example.org is now viewer.')
  expect((await here('disable', '--email', 'chan@example.org')).status).toBe(0)
  expect((await here('list')).text).toContain('chan@example.org\t陳大文\tviewer\tHK\tdisabled')
})

it('answers what cannot be done with a sentence and 1', async () => {
  const again = officer('add', ...chan, '--role', 'editor', '--side', 'HK')
  expect(again).toMatchObject({ status: 1, stdout: '' })
  expect(again.stderr).toContain('Chan@example.org has an account already.')
  const unknown = await here('link', '--email', 'nobody@example.org')
  expect(unknown).toMatchObject({ status: 1 })
  expect(unknown.text).toContain('There is no officer with the address nobody@example.org.')
  const field = await here('fields', '--email', 'chan@example.org', '--field', '6-99')
  expect(field).toMatchObject({ status: 1 })
  expect(field.text).toContain('A --field is no field of the register')
  const factor = await here('reset-second-factor', '--email', 'chan@example.org')
  expect(factor.text).toContain('chan@example.org has no second factor.')
})

it.each([
  [
    ['add', ...chan, '--role', 'editr', '--side', 'HK'],
    '--role must be viewer, editor, reviewer or admin.',
  ],
  [['add', ...chan, '--role', 'editor', '--side', 'GD'], '--side must be HK or SH.'],
  [['add', '--role', 'editor', '--side', 'HK', '--name', 'x'], '--email must be an email address'],
  [['dismiss', '--email', 'a@example.org'], 'The first word must be add, list'],
  [['list', 'all'], '"all" is one word too many.'],
  [['add', '--colour', 'red'], '--colour'],
  [[], 'npm run officer'],
])('answers %j with a sentence and 2', async (words, sentence) => {
  const { status, text } = await here(...words)
  expect(status).toBe(2)
  expect(text).toContain(sentence)
})

it('explains itself, and what it does not understand', () => {
  expect(officer('help')).toMatchObject({ status: 0, stderr: '' })
  const wrong = officer('list', 'all')
  expect(wrong).toMatchObject({ status: 2, stdout: '' })
  expect(wrong.stderr).toContain('"all" is one word too many.')
})
