import { afterAll, beforeAll, expect, test } from 'vitest'
import { GET as feed } from '@/app/[locale]/feeds/[...path]/route'
import { registerThings } from '@/features/outlets/structured-data/wording/register'
import { languages } from '@/i18n/language'
import { licenceText } from '@/i18n/licence'
import { environment, settlePort } from '@/server/environment'
import { request } from '~/tests/support/outlets/api'
import { bytesOf, get, json, sheetRows, workbook } from '~/tests/support/outlets/files'
import { freshDatabase } from '~/tests/support/server/database'

// The terms that somebody who runs the register has chosen stand in everything that leaves it.
const url = 'https://register.example.org/terms'
freshDatabase()
const set = (licence: string) => {
  process.env.DATA_LICENCE = licence
  settlePort(environment().PORT)
}
beforeAll(() => set(`Own terms ${url}`))
afterAll(() => set(''))

test('files name the licence and whose the quotations are, in three languages', async () => {
  const file = await json('/data/fields.json')
  expect(file.licence_url).toBe(url)
  for (const language of languages) {
    expect(file.licence[language]).toBe(licenceText(language))
    expect(file.licence[language]).toContain(url)
  }
  const notes = (await workbook(await bytesOf('/data/fields.xlsx'))).getWorksheet('notes')
  expect(sheetRows(notes).flat()).toEqual(expect.arrayContaining(Object.values(file.licence)))
  expect(file.citation.en).toMatch(
    /^Hong Kong–Shanghai Co-operation Tracker, an independent register: Fields, up to revision \d+ .+\/data\/fields\.json$/,
  )
  expect(sheetRows(notes).flat().join()).toContain('「滬港合作追蹤」：領域，至總紀錄第')
  for (const path of ['/data/fields.csv', '/data/fields.xlsx', '/data/fields.json']) {
    expect((await get(path)).headers.get('link')).toBe(`<${url}>; rel="license"`)
  }
})

test('the API, feeds and structured data name it too', async () => {
  for (const path of ['/api/v1/fields', '/api/v1/fields/6-4']) {
    const { meta } = await (await request(path)).json()
    expect(meta.licence).toEqual({ name: 'Own terms', url, spdx: null })
  }
  const asked = (path: string) =>
    feed(new Request(`http://127.0.0.1:3000/en/feeds/${path}`), {
      params: Promise.resolve({ locale: 'en', path: path.split('/') }),
    })
  expect(await (await asked('changes.atom')).text()).toContain(`(${url})`)
  expect((await (await asked('changes.json')).json())._register.rights).toBe(licenceText('en'))
  expect(registerThings('en', null)).toContainEqual(expect.objectContaining({ license: url }))
})
