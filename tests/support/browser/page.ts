import { spawnSync } from 'node:child_process'
import { test as base, expect } from '@playwright/test'
import { askServer } from '@/cli/control-client'
import { lockHolder } from '@/server/database/lock'

export { expect }

type Officer = { name: string; role: 'editor' | 'reviewer' | 'admin'; side: 'HK' | 'SH' }

/** The tests' `test`: a page that complains in its console, or fails to hydrate, fails the test. */
export const test = base.extend<{
  /** What a test expects in the console, such as the browser's own note of a 404. */
  expectedNoise: RegExp[]
}>({
  expectedNoise: [[/the server responded with a status of 40[34]/], { option: true }],
  page: async ({ page, expectedNoise }, use) => {
    const noise: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) noise.push(message.text())
    })
    page.on('pageerror', (error) => noise.push(String(error)))
    await use(page)
    expect(noise.filter((text) => !expectedNoise.some((known) => known.test(text)))).toEqual([])
  },
})

/**
 * Invites an officer as the command line does while the server runs, without a process of its own for
 * each; gives the one-time link.
 */
export async function inviteOfficer(email: string, officer: Officer): Promise<string> {
  const folder = process.env.SERVED_DATA_DIR ?? ''
  const pid = lockHolder(folder)?.pid
  if (!pid) throw new Error(`No server holds ${folder}.`)
  const { ok, text } = await askServer(folder, pid, '/officer', { do: 'add', email, ...officer })
  const link = /https?:\/\/\S+/.exec(text)?.[0]
  if (!ok || !link) throw new Error(`No link was given: ${text}`)
  return link
}

/** Runs `npm run officer` beside the running server; gives what it prints. */
export function runOfficer(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'src/cli/officer.ts', ...words],
    {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: process.env.SERVED_DATA_DIR, DATABASE_URL: '' },
    },
  )
  if (status !== 0) throw new Error(`officer ${words[0]}: ${stdout} ${stderr}`)
  return stdout
}
