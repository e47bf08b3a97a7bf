import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Where LibreOffice is installed. @throws where it is not. */
export function findLibreOffice(): string {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const names = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice']
  const places = folders.flatMap((folder) => names.map((name) => path.join(folder, name)))
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error('LibreOffice is not installed: its program soffice is not in PATH.')
  return found
}

/**
 * What LibreOffice makes of files when it prints them: a PDF for each, in their order.
 * @param files names with their endings, and what is in them.
 * @throws when one is refused.
 */
export function printByLibreOffice(program: string, files: readonly NamedFile[]): Buffer[] {
  return convertByLibreOffice(program, files, 'pdf')
}

/**
 * What LibreOffice saves a workbook as when it was opened and nothing was changed. @throws when it is refused.
 * @param sheet which of its sheets becomes the CSV, from 1.
 */
export function saveByLibreOffice(
  program: string,
  workbook: Buffer,
  as: 'xlsx' | 'csv',
  sheet = 1,
): Buffer {
  // Comma, quotes, UTF-8, from the first line, every cell as it is stored.
  const csv = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,${sheet}`
  const form = as === 'csv' ? csv : as
  const file = { name: 'items.xlsx', content: workbook }
  return convertByLibreOffice(program, [file], form)[0] as Buffer
}

type NamedFile = { name: string; content: Buffer }

function convertByLibreOffice(
  program: string,
  files: readonly NamedFile[],
  form: string,
): Buffer[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'register-office-'))
  const out = path.join(folder, 'out')
  try {
    const places = files.map(({ name, content }) => {
      const place = path.join(folder, name)
      writeFileSync(place, content)
      return place
    })
    // A profile of its own: a LibreOffice that is open would take the files and convert nothing.
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const words = [profile, '--headless', '--convert-to', form, '--outdir', out, ...places]
    const { status, stderr } = spawnSync(program, words, { encoding: 'utf8', timeout: 150_000 })
    if (status !== 0) throw new Error(`LibreOffice refused the files: ${stderr}`)
    const ending = form.replace(/:.*/, '')
    // Of a workbook the sheet's name follows the file's.
    const made = readdirSync(out).filter((one) => one.endsWith(`.${ending}`))
    return files.map(({ name }) => {
      const file = made.find((one) => one.startsWith(path.parse(name).name))
      if (!file) throw new Error(`LibreOffice made nothing of ${name}.`)
      return readFileSync(path.join(out, file))
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The number of pages of a PDF, as LibreOffice writes it. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
