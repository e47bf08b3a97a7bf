import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Copy, copyTemplate } from '../support/database'

// Without a running server, the command opens the database itself; even an empty one.

let copy: Copy
beforeAll(async () => {
  copy = await copyTemplate('empty')
})
afterAll(() => copy.remove())

function officer(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'src/cli/officer.ts', ...words],
    { env: { ...process.env, ...copy.variables }, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

const chan = ['--email', 'Chan@example.org', '--name', '陳大文']

it('adds, lists, links and disables officers', () => {
  const added = officer('add', ...chan, '--role', 'editor', '--side', 'HK')
  expect(added.status).toBe(0)
  expect(added.stdout).toMatch(/^http:\/\/127\.0\.0\.1:3000\/tc\/desk\/password\/\S+$/m)

  expect(officer('list').stdout).toContain('chan@example.org\t陳大文\teditor\tHK\tactive\t-')

  const linked = officer('link', '--email', 'chan@example.org')
  expect(linked.status).toBe(0)
  expect(linked.stdout).toMatch(/^http:\/\/\S+\/desk\/password\/\S+$/m)

  expect(officer('disable', '--email', 'chan@example.org').status).toBe(0)
  expect(officer('enable', '--email', 'chan@example.org').status).toBe(0)
  const viewer = officer('role', '--email', 'chan@example.org', '--role', 'viewer')
  expect(viewer.stdout).toContain('chan@example.org is now viewer.')
  expect(officer('disable', '--email', 'chan@example.org').status).toBe(0)
  expect(officer('list').stdout).toContain('chan@example.org\t陳大文\tviewer\tHK\tdisabled')
}, 240_000)

it('answers what cannot be done with a sentence and 1', () => {
  const again = officer('add', ...chan, '--role', 'editor', '--side', 'HK')
  expect(again).toMatchObject({ status: 1, stdout: '' })
  expect(again.stderr).toContain('Chan@example.org has an account already.')
  const unknown = officer('link', '--email', 'nobody@example.org')
  expect(unknown).toMatchObject({ status: 1 })
  expect(unknown.stderr).toContain('There is no officer with the address nobody@example.org.')
  const field = officer('fields', '--email', 'chan@example.org', '--field', '6-99')
  expect(field).toMatchObject({ status: 1 })
  expect(field.stderr).toContain('A --field is no field of the register')
  const factor = officer('reset-second-factor', '--email', 'chan@example.org')
  expect(factor.stderr).toContain('chan@example.org has no second factor.')
}, 180_000)

it.each([
  [
    ['add', ...chan, '--role', 'editr', '--side', 'HK'],
    '--role must be viewer, editor, reviewer or admin.',
  ],
  [['add', ...chan, '--role', 'editor', '--side', 'GD'], '--side must be HK or SH.'],
  [['add', '--role', 'editor', '--side', 'HK', '--name', 'x'], '--email must be an e-mail address'],
  [['dismiss', '--email', 'a@example.org'], 'The first word must be add, list'],
  [['list', 'all'], '"all" is one word too many.'],
  [['add', '--colour', 'red'], '--colour'],
  [[], 'npm run officer'],
])('answers %j with a sentence and 2', (words, sentence) => {
  const { status, stdout, stderr } = officer(...words)
  expect(status).toBe(2)
  expect(stdout + stderr).toContain(sentence)
})

it('explains itself', () => {
  expect(officer('help')).toMatchObject({ status: 0, stderr: '' })
})
