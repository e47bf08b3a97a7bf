import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where LibreOffice is installed; null where it is not. */
export function findLibreOffice(): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const names = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice']
  const places = folders.flatMap((folder) => names.map((name) => path.join(folder, name)))
  return places.find((place) => existsSync(place)) ?? null
}

/**
 * What LibreOffice makes of files when it prints them: a PDF for each, in their order.
 * @param files names with their endings, and what is in them.
 * @throws when one is refused.
 */
export function printByLibreOffice(
  program: string,
  files: readonly { name: string; content: Buffer }[],
): Buffer[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'register-office-'))
  try {
    const places = files.map(({ name, content }) => {
      const place = path.join(folder, name)
      writeFileSync(place, content)
      return place
    })
    // A profile of its own: a LibreOffice that is open would take the files and print nothing.
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const words = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...places]
    const { status, stderr } = spawnSync(program, words, { encoding: 'utf8', timeout: 150_000 })
    if (status !== 0) throw new Error(`LibreOffice refused the files: ${stderr}`)
    return places.map((place) => readFileSync(place.replace(/\.\w+$/, '.pdf')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The number of pages of a PDF, as LibreOffice writes it. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
