import { expect, test } from 'vitest'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { recordRevision } from '@/features/register/log/commands/record'
import { fillSearch } from '@/features/register/search/commands/fill-search'
import { readQuery } from '@/features/register/search/queries/read-query'
import { searchRegister } from '@/features/register/search/queries/search-register'
import { editOf } from '~/tests/support/desk/edits'
import { editorAndReviewer } from '~/tests/support/desk/officers'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
const register = { role: 'register', side: null, officerId: null } as const

const keys = async (q: string) =>
  (await searchRegister({ clauses: await readQuery(q) })).groups
    .flatMap(({ kind, references }) => references.map((reference) => `${kind} ${reference}`))
    .sort()
const entries = () =>
  db().searchEntry.findMany({ orderBy: [{ kind: 'asc' }, { reference: 'asc' }] })

test('a register filled before there were entries has the same ones after a start', async () => {
  const before = await entries()
  expect(before.length).toBeGreaterThan(200)
  expect(await fillSearch()).toBe(0)
  await db().searchEntry.deleteMany()
  expect(await fillSearch()).toBe(before.length)
  expect(await entries()).toEqual(before)
})

test('entries of an older edition are made anew', async () => {
  const before = await entries()
  await db().searchEntry.updateMany({
    where: { OR: [{ reference: '6-4.2' }, { kind: 'quote' }] },
    data: { edition: 0, folded: '', grams: [] },
  })
  await fillSearch()
  expect(await entries()).toEqual(before)
})

test('what a submission proposes is not found before it is published, and then at once', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const note = { body: 'Quokkas are consulted', origin: 'editorial', reviewed: false }
  const input = await editOf('document', '6-d03', {
    passages: { note: { en: note } },
  } as never)
  const submitted = await submitEdit(editor, input)
  if (!submitted.ok) throw new Error(JSON.stringify(submitted))
  expect(await keys('quokkas')).toEqual([])
  const published = await publishSubmission(reviewer, {
    id: submitted.submission,
    version: input.version,
  })
  expect(published).toMatchObject({ ok: true })
  expect(await keys('QUOKKAS consulted')).toEqual(['document 6-d03'])
})

test('a document is found by a party’s new name in the revision that gives it, and by the old one no longer', async () => {
  const organisation = await db().organisation.findFirstOrThrow({
    where: { parties: { some: {} } },
    include: { texts: true, parties: { include: { document: true } } },
    orderBy: { slug: 'asc' },
  })
  const { id } = organisation.texts.find(({ language }) => language === 'en') ?? { id: '' }
  const rename = (body: string) =>
    db().$transaction(async (tx) => {
      await tx.text.update({ where: { id }, data: { body } })
      await recordRevision(tx, {
        kind: 'organisation',
        reference: organisation.slug,
        action: 'text_changed',
        actor: register,
        citations: [],
      })
    })
  const should = [
    ...new Set(organisation.parties.map(({ document }) => `document ${document.reference}`)),
    `organisation ${organisation.slug}`,
  ].sort()
  await rename('Bureau of Numbats')
  expect(await keys('numbats')).toEqual(should)
  await rename('Bureau of Bilbies')
  expect(await keys('numbats')).toEqual([])
  expect(await keys('bilbies')).toEqual(should)
})

test('a quote that nothing cites any longer is not found, and a change that fails changes nothing', async () => {
  const { id, slug } = await db().source.findFirstOrThrow({ orderBy: { slug: 'asc' } })
  const { id: fieldId } = await db().field.findUniqueOrThrow({ where: { reference: '6-4' } })
  const record = {
    kind: 'field',
    reference: '6-4',
    action: 'facts_changed',
    actor: register,
  } as const
  const cite = (fails: boolean) =>
    db().$transaction(async (tx) => {
      const data = { fieldId, sourceId: id, quote: 'wombats were signed', position: 99 }
      await tx.citation.create({ data })
      await recordRevision(tx, { ...record, citations: [] })
      if (fails) throw new Error('on purpose')
    })
  await expect(cite(true)).rejects.toThrow('on purpose')
  expect(await keys('wombats')).toEqual([])
  await cite(false)
  const [only, ...others] = await keys('wombats')
  expect(only).toMatch(new RegExp(`^quote ${slug}#`))
  expect(others).toEqual([])
  await db().$transaction(async (tx) => {
    await tx.citation.deleteMany({ where: { quote: 'wombats were signed' } })
    await recordRevision(tx, { ...record, citations: [] })
  })
  expect(await keys('wombats')).toEqual([])
})
