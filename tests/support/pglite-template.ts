import type { TestProject } from 'vitest/node'
import { embeddedTemplate } from './template'

declare module 'vitest' {
  interface ProvidedContext {
    /** Data directories of the embedded engine, or addresses of databases on the test server. */
    template: { empty: string; filled: string }
  }
}

/** Has the data directories ready that each test file copies: one migrated, one seeded as well. */
export default async function setup(project: TestProject): Promise<void> {
  const empty = await embeddedTemplate('empty')
  project.provide('template', { empty, filled: await embeddedTemplate('filled') })
}
