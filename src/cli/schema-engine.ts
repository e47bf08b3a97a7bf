import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { migrationsFolder, readMigrations } from '../server/database/migrations'

const require = createRequire(import.meta.url)

/** The nouns, one file per area. */
const schemaFolder = path.resolve('prisma/schema')

/**
 * The SQL that takes the migrations on disk to prisma/schema; empty when the two agree.
 * Prisma's schema engine does the work as WebAssembly, on a database in memory, so it needs no download.
 */
export async function draftMigration(): Promise<string> {
  const engine = await startEngine()
  const result = await engine.diff({
    from: {
      tag: 'migrations',
      baseDir: migrationsFolder,
      lockfile: {
        path: 'migration_lock.toml',
        content: 'provider = "postgresql"\n',
      },
      shadowDbInitScript: '',
      migrationDirectories: readMigrations().map(({ name, sql }) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: sql },
        },
      })),
    },
    to: {
      tag: 'schemaDatamodel',
      files: readdirSync(schemaFolder)
        .map((name) => path.join(schemaFolder, name))
        .map((file) => ({ path: file, content: readFileSync(file, 'utf8') })),
    },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  const sql: string = result.stdout ?? ''
  return sql.trim() === '-- This is an empty migration.' ? '' : sql
}

// The package is made for bundlers; in Node the module has to be joined to its JavaScript by hand.
async function startEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = require.resolve('@prisma/schema-engine-wasm').replace(/[^/\\]+$/, '')
  const { instance } = await WebAssembly.instantiate(
    readFileSync(`${folder}schema_engine_bg.wasm`),
    { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports },
  )
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports as { __wbindgen_start(): void }).__wbindgen_start()
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(new PGlite()))
  return glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory)
}
