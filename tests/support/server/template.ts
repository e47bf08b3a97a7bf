import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fastFolder } from '@/cli/fast-folder.mjs'
import { acquireLock, DataDirectoryInUse } from '@/server/database/lock'

/** `empty` is migrated only; `filled` holds the opening facts and what search needs as well. */
export type TemplateKind = 'empty' | 'filled'

/**
 * The folder that holds the templates: the one named by TEST_TEMPLATES, which all steps of a run share;
 * else one of this process and the processes that it starts from now on, removed when it ends.
 */
export function templatesFolder(): string {
  const shared = process.env.TEST_TEMPLATES
  if (shared) return shared
  const own = mkdtempSync(path.join(fastFolder(), 'register-templates-'))
  process.env.TEST_TEMPLATES = own
  process.once('exit', () => rmSync(own, { recursive: true, force: true }))
  return own
}

/**
 * Something in the templates' folder, made if it is not there yet. Several processes may ask at once: one
 * makes it, the others wait.
 * @param make puts it at the path that it is given; it is moved to its place when it is whole.
 * @returns its path.
 */
export async function madeOnce(
  name: string,
  make: (draft: string) => Promise<void>,
): Promise<string> {
  const folder = templatesFolder()
  // The PostgreSQL server is another account than root, and works in here.
  chmodSync(folder, 0o755)
  const target = path.join(folder, name)
  while (!existsSync(target)) {
    const release = takeTurn(`${target}.turn`)
    if (!release) {
      await wait(100)
      continue
    }
    try {
      if (existsSync(target)) break
      const draft = `${target}.draft`
      // One may be left of a process that was killed while it made it.
      rmSync(draft, { recursive: true, force: true })
      await make(draft)
      renameSync(draft, target)
    } finally {
      release()
    }
  }
  return target
}

/**
 * A data directory of the embedded engine, to be copied and never opened itself.
 * @returns its path.
 * @throws when it cannot be made, with what the process that makes it printed.
 */
export function embeddedTemplate(kind: TemplateKind): Promise<string> {
  return madeOnce(kind, async (draft) => {
    if (kind === 'filled') cpSync(await embeddedTemplate('empty'), draft, { recursive: true })
    await prepareTemplate({ DATA_DIR: draft }, kind)
  })
}

/** Takes the right to make a template; undefined while a living process has it. */
function takeTurn(folder: string): (() => void) | undefined {
  try {
    return acquireLock(folder).release
  } catch (error) {
    if (error instanceof DataDirectoryInUse) return undefined
    throw error
  }
}

/** Migrates, and seeds if asked, in a process of its own, which leaves nothing open behind it. */
export async function prepareTemplate(
  where: { DATA_DIR: string } | { DATABASE_URL: string },
  kind: TemplateKind,
): Promise<void> {
  const { DATABASE_URL: _url, BASE_URL: _base, ...inherited } = process.env
  const maker = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'tests/support/server/make-template.ts', kind],
    { env: { ...inherited, ...where }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let printed = ''
  for (const output of [maker.stdout, maker.stderr]) {
    output.on('data', (chunk) => {
      printed += chunk
    })
  }
  const status = await new Promise((resolve, reject) => {
    maker.once('close', resolve)
    maker.once('error', reject)
  })
  if (status !== 0) throw new Error(`The test template failed: ${printed}`)
}
