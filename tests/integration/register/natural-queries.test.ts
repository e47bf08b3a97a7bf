import { beforeAll, expect, test } from 'vitest'
import { fillSearch } from '@/features/register/search/commands/fill-search'
import { understand } from '@/features/register/search/queries/read-query'
import { findByReference, searchRegister } from '@/features/register/search/queries/search-register'
import { kindOfSection } from '@/features/register/subjects/model/pages'
import {
  afterNewFacts,
  typedByReaders,
  writtenBefore,
} from '~/tests/support/register/natural-queries'
import { freshDatabase } from '~/tests/support/server/database'

freshDatabase()

beforeAll(async () => {
  await fillSearch()
})

/** Whose pages a result leads to, or whose lists show it. */
const sections = { ...kindOfSection, developments: 'development' }

/** How many results of its kind a reader looks at. */
const looked = 5

/** The pages that a reader meets first, as the address of each says it; a reference leads straight to its own. */
async function firstPages(q: string): Promise<string[]> {
  const named = await findByReference(q)
  const { groups } = await searchRegister(await understand(q))
  const found = [
    ...named,
    ...groups.flatMap(({ kind, references }) =>
      references.slice(0, looked).map((reference) => ({ kind, reference })),
    ),
  ]
  return found.flatMap(({ kind, reference }) =>
    Object.entries(sections).flatMap(([section, of]) =>
      of === kind ? [`${section}/${reference}`] : [],
    ),
  )
}

test.each([...typedByReaders, ...writtenBefore, ...afterNewFacts])(
  '%s %s',
  async (_, q, ...pages) => {
    expect(await firstPages(q)).toEqual(expect.arrayContaining(pages))
  },
)
