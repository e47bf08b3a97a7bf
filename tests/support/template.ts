import { spawnSync } from 'node:child_process'

declare module 'vitest' {
  interface ProvidedContext {
    /** Data directories of the embedded engine, or addresses of databases on the test server. */
    template: { empty: string; filled: string }
  }
}

/** Migrates, and seeds if asked, in a process of its own, which leaves nothing open behind it. */
export function prepareTemplate(
  where: { DATA_DIR: string } | { DATABASE_URL: string },
  kind: 'empty' | 'filled',
): void {
  const { DATABASE_URL: _url, BASE_URL: _base, ...inherited } = process.env
  const made = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'tests/support/make-template.ts', kind],
    { env: { ...inherited, ...where }, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`The test template failed: ${made.stdout} ${made.stderr}`)
}
