import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { installDebianPackages } from '@/cli/debian.mjs'

const require = createRequire(import.meta.url)
const jar = path.join(path.dirname(require.resolve('vnu-jar')), 'build/dist/vnu.jar')

/**
 * Sees to it that the checker runs: it needs Java, which Debian's package brings where this is root there.
 * @throws where there is none: pages that nobody has checked are not right for that.
 */
export function requireNuChecker(): void {
  if (runs() || (installDebianPackages(['default-jre-headless']) && runs())) return
  throw new Error('The Nu HTML Checker needs Java 11 or newer. Install one, so that `java` starts.')
}

function runs(): boolean {
  return spawnSync('java', ['-jar', jar, '--version']).status === 0
}

/**
 * What the Nu HTML Checker finds wrong with pages, a line each: `name: what`. Warnings are left out.
 * @throws when the checker does not run.
 */
export function checkHtml(pages: ReadonlyMap<string, string>): string[] {
  const place = mkdtempSync(path.join(tmpdir(), 'register-html-'))
  try {
    const names = [...pages.keys()]
    const files = names.map((_, index) => path.join(place, `${index}.html`))
    for (const [index, file] of files.entries()) {
      writeFileSync(file, pages.get(names[index] ?? '') ?? '')
    }
    const asked = ['-jar', jar, '--format', 'json', '--errors-only', ...files]
    const { stderr, error } = spawnSync('java', asked, { encoding: 'utf8', maxBuffer: 2 ** 26 })
    if (error) throw error
    const { messages } = JSON.parse(stderr) as { messages: { url: string; message: string }[] }
    return messages.map(({ url, message }) => {
      const name = names[Number(path.basename(url, '.html'))]
      return `${name}: ${message}`
    })
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
