import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

const root = fileURLToPath(new URL('..', import.meta.url))

// `generate`, `validate` and `format` are WebAssembly, yet the command-line tool first
// downloads an engine that they never use. Naming any existing file spares the download.
// Never for `migrate`: with a stand-in it does nothing and says nothing.
const needsNoEngine = process.argv.some((word) => ['generate', 'validate', 'format'].includes(word))
if (needsNoEngine && existsSync(`${root}package.json`)) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= `${root}package.json`
}

export default defineConfig({
  schema: `${root}prisma/schema`,
  migrations: { path: `${root}prisma/migrations` },
})
