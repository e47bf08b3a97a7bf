import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { installDebianPackages } from './debian.mjs'
import { program, root } from './preparation.mjs'

// The build without a window does the tests' work for a third of the processor's time.
const shells = ['chromium-headless-shell']
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The path of a Chromium that starts: CHROMIUM_PATH, a headless build on the system or from Debian where
 * this is root there, another on the system, Playwright's own download, or Debian's package. Ends the
 * program with a sentence when there is none.
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (starts(named)) return named
    console.error(`CHROMIUM_PATH is ${named}, which does not start.`)
    process.exit(1)
  }
  return (
    onTheSystem(shells) ??
    installed('chromium-headless-shell', shells) ??
    onTheSystem(browsers) ??
    (await downloaded()) ??
    installed('chromium', browsers) ??
    giveUp()
  )
}

function onTheSystem(names) {
  for (const name of names) {
    const found = spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim()
    if (found && starts(found)) return found
  }
  return undefined
}

async function downloaded() {
  const { chromium } = await import('@playwright/test')
  const held = await launched(chromium)
  if (held) return held
  spawnSync(
    process.execPath,
    [program('playwright', '@playwright/test'), 'install', '--only-shell', 'chromium'],
    { cwd: root, stdio: 'ignore', timeout: 300_000 },
  )
  return launched(chromium)
}

/** The path of the headless build that Playwright keeps, where it starts. */
async function launched(chromium) {
  try {
    const server = await chromium.launchServer({ args: ['--no-sandbox'], timeout: 20_000 })
    const { spawnfile } = server.process()
    await server.close()
    return spawnfile
  } catch {
    return undefined
  }
}

function installed(name, names) {
  return installDebianPackages([name, 'fonts-noto-cjk']) ? onTheSystem(names) : undefined
}

function giveUp() {
  console.error(
    'No Chromium was found, downloaded or installed. Install one and name it in CHROMIUM_PATH.',
  )
  return process.exit(1)
}

/** Whether it runs here: a downloaded one may lack the system's libraries. */
function starts(executable) {
  if (!existsSync(executable)) return false
  return spawnSync(executable, ['--version'], { timeout: 20_000 }).status === 0
}
