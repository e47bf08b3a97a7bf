// What has to be there before the program can run. Plain Node without a dependency: it runs first of all.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What `build` makes of src/cli/serve.ts. */
export const builtServer = '.next/register/serve.mjs'

const installOptions = ['--include=dev', '--no-audit', '--no-fund']

/** Ends the program with a sentence when this Node is too old for what it runs. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Installs the packages that the lock file names, unless it has been done. */
export function install() {
  unlessDone('Installing packages', 'node_modules/.installed', ['package-lock.json'], () =>
    // `ci` refuses a lock file that was written where the registry had no packages for other systems;
    // `install` takes the same versions from it, and --no-save leaves it as it is.
    run('npm', ['ci', ...installOptions], {}, () =>
      run('npm', ['install', '--no-save', ...installOptions]),
    ),
  )
}

/** Generates the database client from the schema, unless it has been done. */
export function generate() {
  unlessDone(
    'Generating the database client',
    'src/generated/prisma/.generated',
    ['prisma/schema', 'package-lock.json', '.config/prisma.ts'],
    () => runPackage('prisma', ['generate', '--config', '.config/prisma.ts']),
  )
}

/** Builds the site and the server around it, unless it has been done. */
export function build() {
  unlessDone(
    'Building the site',
    '.next/.built',
    [
      'src',
      'messages',
      'public',
      'prisma',
      'package.json',
      'package-lock.json',
      'next.config.ts',
      'tsconfig.json',
    ],
    () => {
      runPackage('next', ['build'], { NODE_ENV: 'production' })
      run(process.execPath, ['src/cli/bundle.mjs'])
    },
  )
}

/** The path of a package's command-line program, by the name of its command. */
export function program(command, packageName = command) {
  const folder = path.join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return path.join(folder, typeof bin === 'string' ? bin : bin[command])
}

/** Does a step and says how long it took. */
export async function timed(title, work) {
  console.log(`${title} …`)
  const began = Date.now()
  const result = await work()
  console.log(`${title}: ${((Date.now() - began) / 1000).toFixed(1)} s`)
  return result
}

function unlessDone(title, stampPath, inputs, work) {
  const stamp = path.join(root, stampPath)
  const digest = digestOf(inputs)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  console.log(`${title} …`)
  const began = Date.now()
  work()
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, digest)
  console.log(`${title}: ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

function runPackage(command, words, variables = {}) {
  run(process.execPath, [program(command), ...words], variables)
}

/** Runs a command silently; where it fails, does `otherwise`, or shows what it said and ends the program. */
function run(command, words, variables = {}, otherwise = undefined) {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...variables },
    // npm is a script on Windows, which only a shell starts.
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (status === 0) return
  if (otherwise) return otherwise()
  console.error(stdout, stderr, error?.message ?? '')
  console.error(`This step failed: ${path.basename(command)} ${words.join(' ')}`)
  process.exit(1)
}

/** SHA-256 over the names and contents of files, folders walked in order; the generated client left out. */
function digestOf(inputs) {
  const hash = createHash('sha256').update(process.versions.node)
  const add = (relative) => {
    const full = path.join(root, relative)
    if (!existsSync(full) || relative === 'src/generated') return
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(`${relative}/${name}`)
      return
    }
    hash.update(`${relative}\0`).update(readFileSync(full)).update('\0')
  }
  for (const input of inputs) add(input)
  return hash.digest('hex')
}
