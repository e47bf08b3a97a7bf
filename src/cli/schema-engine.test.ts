import { expect, it } from 'vitest'
import { draftMigration } from './schema-engine'

it('finds no difference between the migrations and the schema', async () => {
  expect(await draftMigration()).toBe('')
})
