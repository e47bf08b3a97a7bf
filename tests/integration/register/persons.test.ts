import { expect, test } from 'vitest'
import { partyThings } from '@/features/outlets/structured-data/wording/subjects'
import { findConference } from '@/features/register/conferences/queries/conferences'
import { recordRevision } from '@/features/register/log/commands/record'
import { byName } from '@/features/register/persons/model'
import { findPerson, listPersons } from '@/features/register/persons/queries'
import { listPublicReferences } from '@/features/register/search/queries/public-references'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

test('everybody who signed or chaired, with as many of each as their page lists', async () => {
  const persons = await listPersons()
  expect(persons.map(({ slug }) => slug)).toContain('tung-chee-hwa')
  for (const { slug, documents, chaired } of persons) {
    expect(documents + chaired, slug).toBeGreaterThan(0)
    const person = await findPerson(slug)
    expect(person?.documents, slug).toHaveLength(documents)
    expect(person?.chaired, slug).toHaveLength(chaired)
  }
})

test('a signatory has their documents, and the conferences they chaired with the side', async () => {
  const person = await findPerson('john-lee')
  expect(person?.name).toMatchObject({ 'zh-Hant': { body: '李家超' }, en: { body: 'John Lee' } })
  const signed = await db().signatory.findMany({
    where: { person: { slug: 'john-lee' } },
    include: { document: true },
  })
  expect(signed.length).toBeGreaterThan(0)
  expect(person?.documents.map(({ reference }) => reference)).toEqual(
    signed.map(({ document }) => document.reference),
  )
  expect(person?.chaired).toMatchObject([{ reference: '6', city: { code: 'HK' } }])
  const years = (await findPerson('han-zheng'))?.chaired.map(({ heldOn }) => heldOn) ?? []
  expect(years).toEqual(years.toSorted().reverse())
  expect(await findPerson('nobody')).toBeNull()
})

test('names are in the order of the page’s language', async () => {
  const persons = await listPersons()
  const names = (language: 'zh-Hant' | 'zh-Hans' | 'en') =>
    byName(persons, language).map(({ name }) => pickText(name, language)?.body)
  expect(names('zh-Hant').slice(0, 3)).toEqual(['李家超', '林鄭月娥', '梁振英'])
  expect(names('zh-Hans').slice(0, 3)).toEqual(['曾荫权', '董建华', '龚正'])
  expect(names('en').slice(0, 3)).toEqual(['C Y Leung', 'Carrie Lam', 'Donald Tsang'])
})

test('who neither signed nor chaired has a page that lists nothing, and is in no list', async () => {
  const slug = 'a-person'
  await db().$transaction(async (tx) => {
    const person = await tx.person.create({ data: { slug } })
    const data = { personId: person.id, part: 'name', language: 'en', body: 'A person' } as const
    await tx.text.create({ data: { ...data, origin: 'editorial' } })
    await recordRevision(tx, {
      kind: 'person',
      reference: slug,
      action: 'entered',
      actor: { role: 'register', side: null, officerId: null },
      citations: [],
    })
  })
  expect(await findPerson(slug)).toMatchObject({ documents: [], chaired: [] })
  expect((await listPersons()).map((person) => person.slug)).not.toContain(slug)
})

test('pages of others lead to a person’s page, and the site map names it', async () => {
  const conference = await findConference('6')
  const addresses = conference?.chairs.map(({ slug }) => hrefTo('en', subjectPage('person', slug)))
  expect(addresses).toContain('/en/signatories/john-lee')
  expect((await listPublicReferences()).signatories).toContain('john-lee')
})

test('machines are told the name and nothing that the register does not hold', async () => {
  const person = await findPerson('john-lee')
  const [told] = person ? partyThings('person', person, 'en') : []
  expect(Object.keys(told ?? {}).sort()).toEqual(
    ['@id', '@type', 'alternateName', 'identifier', 'name', 'url'].sort(),
  )
})
