import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { program, root } from './preparation.mjs'

/**
 * The path of a Chromium that starts: CHROMIUM_PATH, one on the system, Playwright's own download,
 * or Debian's package where this is root there. Ends the program with a sentence when there is none.
 */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (starts(named)) return named
    console.error(`CHROMIUM_PATH is ${named}, which does not start.`)
    process.exit(1)
  }
  return onTheSystem() ?? (await downloaded()) ?? installed() ?? giveUp()
}

function onTheSystem() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const found = spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim()
    if (found && starts(found)) return found
  }
  return undefined
}

async function downloaded() {
  const { chromium } = await import('@playwright/test')
  if (!starts(chromium.executablePath())) {
    spawnSync(
      process.execPath,
      [program('playwright', '@playwright/test'), 'install', 'chromium'],
      { cwd: root, stdio: 'ignore', timeout: 300_000 },
    )
  }
  return starts(chromium.executablePath()) ? chromium.executablePath() : undefined
}

function installed() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update'], quiet)
  spawnSync(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
    quiet,
  )
  return onTheSystem()
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
