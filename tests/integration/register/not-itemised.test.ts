import { describe, expect, test } from 'vitest'
import { findCard } from '@/features/outlets/embeds/queries/find-card'
import { documentFilter } from '@/features/register/documents/input'
import { countDocumentsNotItemised } from '@/features/register/documents/queries/not-itemised'
import { projectFilter } from '@/features/register/projects/input'
import { countProjectsNotItemised } from '@/features/register/projects/queries/not-itemised'
import { request } from '~/tests/support/outlets/api'
import { bytesOf, json, sheetRows, workbook } from '~/tests/support/outlets/files'
import { freshDatabase } from '~/tests/support/server/database'

freshDatabase()

const projects = (query: Record<string, string>) =>
  countProjectsNotItemised(projectFilter.read(query))
const documents = (query: Record<string, string>) =>
  countDocumentsNotItemised(documentFilter.read(query))

describe('how many announced items could belong to a count as well', () => {
  test.each([
    [{ field: '6-4' }, 31],
    [{ conference: '6', state: 'in_progress' }, 31],
    [{ conference: '6', q: '金融' }, 31],
    [{ conference: '6', itemised: 'yes' }, 31],
    // The list itself counts the slots.
    [{ conference: '6' }, 0],
    [{ conference: '6', itemised: 'no' }, 0],
    // 28 of 2012 and 27 of 2015 are announced without their texts.
    [{}, 55],
    [{ state: 'ongoing' }, 86],
    [{ conference: '5' }, 0],
  ])('projects %j: %i', async (query, expected) => {
    expect(await projects(query)).toBe(expected)
  })

  test.each([
    [{ conference: '6', q: 'university' }, 15],
    [{ field: '6-4' }, 15],
    [{ party: 'hku' }, 26],
    [{ conference: '6' }, 0],
    [{ conference: '4' }, 11],
    [{ conference: '5', side: 'HK' }, 0],
    [{ conference: 'outside' }, 0],
  ])('documents %j: %i', async (query, expected) => {
    expect(await documents(query)).toBe(expected)
  })
})

test('the API, the files and the cards say it with the number', async () => {
  const meta = async (path: string) => (await (await request(path)).json()).meta.notItemised
  expect(await meta('/api/v1/projects?field=6-4')).toBe(31)
  expect(await meta('/api/v1/documents?conference=6&q=university')).toBe(15)
  expect(await meta('/api/v1/fields?conference=6')).toBe(31)
  expect(await meta('/api/v1/organisations')).toBe(26)
  expect(await meta('/api/v1/sources')).toBe(0)
  expect((await json('/data/projects.json?field=6-4')).not_itemised).toBe(31)
  expect((await json('/data/projects.json?reference=6-4.2')).not_itemised).toBe(0)
  const notes = (await workbook(await bytesOf('/data/projects.xlsx?field=6-4'))).getWorksheet(
    'notes',
  )
  expect(sheetRows(notes).flat().join('\n')).toContain('31 more projects were announced')
  expect(await findCard('fields', '6-4')).toMatchObject({ notItemised: 31 })
})
