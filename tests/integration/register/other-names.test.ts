import { expect, test } from 'vitest'
import { recordRevision } from '@/features/register/log/commands/record'
import { readQuery } from '@/features/register/search/queries/read-query'
import { searchRegister } from '@/features/register/search/queries/search-register'
import { addOtherNames } from '~/prisma/seed/names'
import { register } from '~/prisma/seed/statements'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

/** Enters an organisation, then says each list of other names of it, a revision each. */
async function enter(slug: string, name: string, ...said: string[][]) {
  await db().$transaction(async (tx) => {
    const revision = {
      kind: 'organisation' as const,
      reference: slug,
      citations: [],
      actor: register,
    }
    const { id } = await tx.organisation.create({ data: { slug, side: 'HK' } })
    const text = { part: 'name', language: 'zh-Hant', body: name, origin: 'editorial' } as const
    await tx.text.create({ data: { ...text, organisationId: id } })
    await recordRevision(tx, { ...revision, action: 'entered' })
    for (const also of said) {
      await tx.organisation.update({ where: { id }, data: { also } })
      await recordRevision(tx, { ...revision, action: 'facts_changed' })
    }
  })
}

const firstOf = async (q: string) =>
  (await searchRegister({ clauses: await readQuery(q) })).groups.find(
    ({ kind }) => kind === 'organisation',
  )?.references[0]

test('what the facts enter has the names that people use, and is found by them', async () => {
  const { also } = await db().organisation.findUniqueOrThrow({ where: { slug: 'ha-hk' } })
  expect(also).toEqual(expect.arrayContaining(['醫管局', 'HA']))
  // The name itself is no other name, in whichever script.
  expect(also).not.toContain('Hospital Authority')
  const [entry] = await db().revision.findMany({ where: { subjectReference: 'ha-hk' } })
  expect(entry?.after).toMatchObject({ also })
  expect(await firstOf('醫管局')).toBe('ha-hk')
  expect(await firstOf('公務局')).toBeUndefined()
})

test('an organisation entered before gets them once, and never over an officer', async () => {
  await enter('zz-hkpc', '香港生產力促進局')
  await enter('hkpc', '香港生產力促進局')
  await enter('huangpu-gov', '黃浦區人民政府', ['我的區'])
  await enter('nticbc', '國家區塊鏈技術創新中心', ['區塊鏈中心'], [])
  expect(await firstOf('生產力局')).toBeUndefined()
  const add = () => db().$transaction((tx) => addOtherNames(tx))
  expect(await add()).toBe(1)
  expect(await add()).toBe(0)
  expect(await firstOf('生產力局')).toBe('hkpc')
  const alsoOf = async (slug: string) =>
    (await db().organisation.findUniqueOrThrow({ where: { slug } })).also
  expect(await alsoOf('huangpu-gov')).toEqual(['我的區'])
  expect(await alsoOf('nticbc')).toEqual([])
  const log = await db().revision.findMany({
    where: { subjectReference: 'hkpc' },
    orderBy: { subjectRevision: 'asc' },
  })
  expect(log.map(({ action }) => action)).toEqual(['entered', 'corrected'])
  expect(log[1]).toMatchObject({ corrects: log[0]?.number, actorRole: 'register' })
  expect(log[1]?.correctionReason).toMatchObject({ en: expect.stringContaining('names') })
})
