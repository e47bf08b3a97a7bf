// What is checked without running a test: `node src/cli/checks.mjs` checks all of it,
// `node src/cli/checks.mjs types lint` these two.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { program, root } from './preparation.mjs'

/** Each check by its name: commands with their words, run one after the other. The longest come first. */
const checks = {
  types: [
    { command: 'next', words: ['typegen'] },
    { command: 'tsc', packageName: 'typescript-7', words: ['--noEmit'] },
  ],
  unused: [{ command: 'knip', words: ['--config', '.config/knip.json'] }],
  layers: [
    {
      command: 'depcruise',
      packageName: 'dependency-cruiser',
      words: ['--config', '.config/dependency-cruiser.cjs', 'src', 'prisma', 'tests'],
    },
  ],
  lint: [
    {
      command: 'biome',
      packageName: '@biomejs/biome',
      words: ['check', '--config-path=.config', '.'],
    },
  ],
  messages: ['zh-Hant', 'zh-Hans', 'en'].map((source) => ({
    command: 'i18n-check',
    packageName: '@lingual/i18n-check',
    words: ['-l', 'messages', '-s', source, '-f', 'next-intl'],
  })),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in checks))
if (unknown.length > 0) {
  console.error(`No check: ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`)
  process.exit(1)
}
const failed = await failing(asked.length > 0 ? asked : Object.keys(checks))
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`)
  process.exit(1)
}

/**
 * Runs checks in parallel, one for each core. Prints one line for each that passes and all output of each
 * that fails; the others still finish, so that one run reports everything.
 * @returns {Promise<string[]>} the names of those that failed.
 */
async function failing(names) {
  const waiting = [...names]
  const failed = []
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      if (!(await holds(name))) failed.push(name)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return failed
}

async function holds(name) {
  const began = Date.now()
  for (const { command, packageName, words } of checks[name]) {
    const { code, said } = await runQuietly([program(command, packageName), ...words])
    if (code !== 0) {
      console.error(`${said}Check failed: ${name} (${command} ${words.join(' ')})`)
      return false
    }
  }
  console.log(`Check ${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`)
  return true
}

function runQuietly(words) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text
      })
    }
    child.on('error', (error) => resolve({ code: 1, said: `${error.message}\n` }))
    child.on('close', (code) => resolve({ code, said }))
  })
}
