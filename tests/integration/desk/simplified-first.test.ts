import { expect, test } from 'vitest'
import { cite, edit, held, open } from '~/tests/support/desk/editor-forms'
import { newOfficer } from '~/tests/support/desk/officers'
import { freshDatabase } from '~/tests/support/server/database'

freshDatabase()

test('by the defaults, a Shanghai original is Simplified, and Traditional may be left out or a marked conversion', async () => {
  const [shanghai, reviewer] = [
    await newOfficer('editor', { side: 'SH' }),
    await newOfficer('reviewer'),
  ]
  const named = async (body: Record<string, string>) => {
    const slug = await edit(shanghai, reviewer, ['organisation', null], {
      'facts.side': 'SH',
      ...body,
    })
    const { live } = await open(shanghai, 'organisation', slug)
    return { slug, name: live?.texts.name }
  }
  const alone = await named({ 'texts.name.zh-Hans.body': '上海示例局' })
  expect(alone.name).toEqual({
    'zh-Hans': expect.objectContaining({ origin: 'editorial', derivedFromHash: null }),
  })
  const both = await named({
    'texts.name.zh-Hans.body': '上海示例中心',
    'texts.name.zh-Hant.body': '上海示例中心',
    'texts.name.en.body': 'Shanghai Example Centre',
  })
  expect(both.name).toMatchObject({
    'zh-Hans': { origin: 'editorial', derivedFromHash: null },
    'zh-Hant': { origin: 'script_conversion' },
    en: { origin: 'unofficial_translation' },
  })
  const document = await edit(shanghai, reviewer, ['document', '6-d20'], {
    'facts.itemised': 'on',
    'facts.kind': 'agreement',
    'facts.counted': 'presumed',
    'facts.fullTextPublished': 'unknown',
    'facts.parties.0.organisation': alone.slug,
    'texts.title.zh-Hans.body': '合作协议',
    'texts.title.zh-Hant.body': '合作協議',
    ...cite('citations.0', held),
  })
  const { live } = await open(shanghai, 'document', document)
  expect(live?.texts.title).toMatchObject({
    'zh-Hans': { origin: 'as_printed' },
    'zh-Hant': { origin: 'script_conversion' },
  })
  // An officer of Hong Kong still writes Traditional first.
  expect((await open(reviewer, 'organisation', null)).values).toMatchObject({
    'texts.name.zh-Hant.origin': 'editorial',
    'texts.name.zh-Hans.origin': 'script_conversion',
  })
})
