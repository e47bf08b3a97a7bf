import { expect, test } from 'vitest'
import type { ProjectFilter } from '@/features/register/projects/input'
import type { ProjectPart } from '@/features/register/projects/model'
import { countStates } from '@/features/register/projects/queries/count-states'
import { findProject } from '@/features/register/projects/queries/find-project'
import { listProjectPage, listProjects } from '@/features/register/projects/queries/list-projects'
import { pageSize } from '@/i18n/pages'
import { freshDatabase } from '~/tests/support/server/database'

freshDatabase()

type List = (filter: ProjectFilter) => Promise<ProjectPart>
const bothAlike: List = (filter) => listProjectPage(filter, pageSize)

async function referencesOf(filter: ProjectFilter, list: List = listProjects): Promise<string[]> {
  const references: string[] = []
  let after: string | null | undefined
  do {
    const page = await list(after ? { ...filter, after } : filter)
    references.push(...page.projects.map(({ reference }) => reference))
    expect(page.projects.length).toBeLessThanOrEqual(pageSize)
    after = page.next
  } while (after)
  return references
}

test('the list holds the itemised projects, and the slots when asked', async () => {
  expect(await referencesOf({})).toHaveLength(34)
  expect(await referencesOf({ itemised: 'yes' })).toHaveLength(34)
  expect(await referencesOf({ itemised: 'no' })).toHaveLength(31)
})

test('slots stand apart, folded, unless one or the other is asked for', async () => {
  expect((await listProjects({})).slots).toEqual(await referencesOf({ itemised: 'no' }))
  expect((await listProjects({ itemised: 'yes' })).slots).toEqual([])
  expect((await listProjects({ itemised: 'no' })).slots).toEqual([])
})

test('paging visits each project once, in every order', async () => {
  for (const sort of [undefined, 'as_of', 'revised'] as const) {
    const references = await referencesOf(sort ? { sort } : {}, bothAlike)
    expect(references).toHaveLength(65)
    expect(new Set(references).size).toBe(65)
  }
})

test('the page before leads back to where the reader was', async () => {
  const first = await bothAlike({})
  const second = await bothAlike({ after: first.next ?? '' })
  expect(first.previous).toBeNull()
  expect(second.previous).toBeUndefined()
  expect(second.from).toBe(pageSize + 1)
})

test('a cursor that is not in the list begins it anew', async () => {
  const page = await listProjects({ field: '6-4', after: '6-12.1' })
  expect(page.from).toBe(1)
})

test('both scripts find the same, and the glossary finds what is called otherwise', async () => {
  const traditional = await referencesOf({ q: '滬港' })
  expect(traditional.length).toBeGreaterThan(0)
  expect(await referencesOf({ q: '沪港' })).toEqual(traditional)
  expect(await referencesOf({ q: '數碼經濟' })).toContain('6-3.1')
  expect(await referencesOf({ q: 'DIGITAL economy' })).toContain('6-3.1')
  expect(await referencesOf({ q: '6-4.2' })).toEqual(['6-4.2'])
})

test('the count of each value is the length of the list with it', async () => {
  const filters: ProjectFilter[] = [{}, { q: '滬港' }, { side: 'HK' }, { itemised: 'yes' }]
  for (const filter of filters) {
    const { facets } = await listProjects(filter)
    for (const [dimension, values] of Object.entries(facets)) {
      for (const { value, count } of values) {
        const { total, slots } = await listProjects({ ...filter, [dimension]: value })
        expect([dimension, value, total + slots.length]).toEqual([dimension, value, count])
      }
    }
  }
})

test('the states of the itemised projects add up to all of them', async () => {
  const counts = await countStates('6')
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(34)
})

test('a project is found whole, a slot with what was announced, an unknown one not at all', async () => {
  const project = await findProject('6-6.1')
  expect(project?.statement?.citations.length).toBeGreaterThan(0)
  expect(project?.documents[0]?.parties.map(({ slug }) => slug)).toContain('rthk')
  expect(project?.previous?.reference).toBe('6-5.2')
  const slot = await findProject('6-u07')
  expect(slot).toMatchObject({ itemised: false, field: null, statement: null })
  expect(slot?.conference.announced).toBe(65)
  expect(await findProject('6-99.9')).toBeNull()
})
