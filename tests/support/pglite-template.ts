import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareTemplate } from './template'

/** Makes the data directories that each test file copies: one migrated, one seeded as well. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'register-template-'))
  const empty = path.join(folder, 'empty')
  const filled = path.join(folder, 'filled')
  prepareTemplate({ DATA_DIR: empty }, 'empty')
  prepareTemplate({ DATA_DIR: filled }, 'filled')
  project.provide('template', { empty, filled })
  return () => rmSync(folder, { recursive: true, force: true })
}
