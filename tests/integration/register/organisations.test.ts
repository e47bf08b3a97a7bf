import { expect, test } from 'vitest'
import { listTerms } from '@/features/register/glossary/queries'
import { findOrganisation, listOrganisations } from '@/features/register/organisations/queries'
import { listPublicReferences } from '@/features/register/search/queries/public-references'
import glossary from '~/prisma/seed/data/glossary.json'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

test('every organisation by side, with the number of documents that its page lists', async () => {
  const organisations = await listOrganisations()
  expect(organisations).toHaveLength(await db().organisation.count())
  expect(organisations.map(({ side }) => side)).toEqual(
    organisations.map(({ side }) => side).toSorted(),
  )
  for (const { slug, documents } of organisations) {
    expect((await findOrganisation(slug))?.documents).toHaveLength(documents)
  }
})

test('an organisation has its name in three languages, each with its origin', async () => {
  const organisation = await findOrganisation('doj-hk')
  expect(organisation?.name).toMatchObject({
    'zh-Hant': { body: '律政司', origin: 'as_printed' },
    'zh-Hans': { body: '律政司', origin: 'script_conversion' },
    en: { body: 'Department of Justice', origin: 'official' },
  })
  expect(organisation?.documents.map(({ reference }) => reference)).toEqual(['6-d01'])
  expect(await findOrganisation('nobody')).toBeNull()
})

test('every term has its word in three languages', async () => {
  const terms = await listTerms()
  expect(terms).toHaveLength(glossary.length)
  expect(terms.every(({ name }) => name['zh-Hant'] && name['zh-Hans'] && name.en)).toBe(true)
})

test('the site map names everything that has a page', async () => {
  const held = await listPublicReferences()
  expect(
    [held.conferences, held.fields, held.projects, held.documents].map((all) => all.length),
  ).toEqual([6, 50, 65, 57])
})
