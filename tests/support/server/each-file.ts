import fc from 'fast-check'
import { afterAll, vi } from 'vitest'
import { seedOfRun } from '@/cli/test-seed.mjs'
import { shutDown } from '@/server/shutdown'

// Runs before each test file. Many files share a process, which saves loading the engines anew for each;
// this puts the process back as it was at its start, so that no file sees what another has set.

const known = Symbol.for('register-tests.environment')
const shared = globalThis as { [known]?: NodeJS.ProcessEnv }
/** What the server's bundles share within a process, by symbols of this prefix. */
const prefix = 'co-operation-tracker.'

restoreEnvironment()
vi.useRealTimers()
vi.resetModules()
forgetShared()
// A property that fails says its seed.
fc.configureGlobal({ seed: seedOfRun() })

afterAll(async () => {
  await shutDown()
  const opened = Reflect.get(globalThis, Symbol.for(`${prefix}database`))
  await (await opened)?.close()
  forgetShared()
})

function restoreEnvironment(): void {
  shared[known] ??= { ...process.env }
  for (const name of Object.keys(process.env)) {
    if (!(name in shared[known])) delete process.env[name]
  }
  for (const [name, value] of Object.entries(shared[known])) {
    if (process.env[name] !== value) process.env[name] = value
  }
}

function forgetShared(): void {
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (Symbol.keyFor(symbol)?.startsWith(prefix)) Reflect.deleteProperty(globalThis, symbol)
  }
}
