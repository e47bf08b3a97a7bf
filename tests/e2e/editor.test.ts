import {
  changeInTwoWindows,
  cite,
  citeNewest,
  discardDraft,
  fill,
  press,
  publish,
} from '../support/browser/editor-steps'
import { expectAccessible } from '../support/browser/looks'
import { expect, test } from '../support/browser/own-register'
import { officerIn } from '../support/browser/round-steps'
import { withAndWithoutScripts } from '../support/browser/scripts'
import { signInAs } from '../support/browser/sign-in'

test.use({ register: 'editor' })

const editions = [
  {
    prefix: '/tc',
    slot: '6-u01',
    js: true,
    text: '雙方合辦金融研討會（甲）。',
    language: 'zh-Hant',
  },
  {
    prefix: '/sc',
    slot: '6-u02',
    js: false,
    text: '双方合办金融研讨会（乙）。',
    language: 'zh-Hans',
  },
  { prefix: '/en', slot: '6-u03', js: true, text: 'A joint seminar (C).', language: 'en' },
  { prefix: '/en', slot: '6-u04', js: false, text: 'A joint seminar (D).', language: 'en' },
]

for (const { prefix, slot, js, text, language } of editions) {
  test.describe(`${prefix} ${js ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled: js })

    test('a slot is itemised from start to published and keeps its reference', async ({
      page,
      browser,
    }) => {
      await signInAs(page, 'editor', { prefix })
      await page.goto(`${prefix}/desk/register`)
      await page.locator('input[name="q"]').fill(slot)
      await page.locator('.filter button[type="submit"]').click()
      await page.locator(`main table a[href*="${slot}?itemise"]`).click()
      await expect(page.locator('main h1')).toContainText(slot)
      await page.locator('[name="texts.title.zh-Hant.body"]').fill(`合辦研討會 ${slot}`)
      await page.locator('[name="texts.text.zh-Hant.body"]').fill(`原文：${text}`)
      await page.locator(`[name="texts.text.${language}.body"]`).fill(text)
      await press(page, 'save')
      // What is missing stands beside its field, and nothing typed is lost.
      await expect(page.locator('main .desk-alert a[href="#facts.field"]')).toBeVisible()
      await expect(page.locator('main .desk-alert a[href="#citations"]')).toBeVisible()
      await expect(page.locator(`[name="texts.text.${language}.body"]`)).toHaveValue(text)
      await page.locator('[name="facts.field"]').selectOption('6-4')
      await cite(page, 'citations.3', 'tkp-2024-04-27', '金融')
      await press(page, 'preview')
      await expect(page.locator('#preview')).toContainText(text)
      await press(page, 'save')
      await expect(page).toHaveURL(/saved=/)
      await publish(browser, page, js)
      await page.goto(`${prefix}/projects/${slot}`)
      await expect(page.locator('main')).toContainText(text)
      await page.goto(`${prefix}/projects?field=6-4`)
      await expect(page.locator(`main a[href="${prefix}/projects/${slot}"]`)).toBeVisible()
    })
  })
}

withAndWithoutScripts(({ javaScriptEnabled: js, item }) => {
  const reference = item('6-d03', '6-d04')

  test('of two who change one place, the second sees three versions, chooses, and loses nothing', async ({
    page,
    browser,
  }) => {
    await signInAs(page, 'editor')
    const rival = await officerIn(browser, js, 'admin')
    for (const who of [page, rival]) await who.goto(`/en/desk/register/document/${reference}`)
    await page.locator('[name="texts.title.en.body"]').fill('The first title')
    await page.locator('[name="facts.fullTextPublished"]').selectOption('no')
    await press(page, 'save')
    await expect(page).toHaveURL(/saved=/)
    await publish(browser, page, js)

    await rival.locator('[name="texts.title.en.body"]').fill('The second title')
    await rival.locator('[name="facts.counted"]').selectOption('unclear')
    await press(rival, 'save')
    const place = rival.locator('#conflict fieldset')
    await expect(place).toHaveCount(1)
    await expect(place).toContainText('The first title')
    await expect(place).toContainText('The second title')
    // Undecided, it is asked again.
    await press(rival, 'save')
    await expect(rival.locator('#conflict .desk-error')).toBeVisible()
    await rival.locator('#conflict input[value="mine"]').check()
    await press(rival, 'save')
    await expect(rival).toHaveURL(/saved=/)
    await publish(browser, rival, js)
    await rival.goto(`/en/documents/${reference}`)
    await expect(rival.locator('main')).toContainText('The second title')
    // What the first alone had changed still stands.
    await expect(rival.locator('main')).toContainText('No, it has not been published.')
    await rival.context().close()
  })

  test('a source that is held is chosen, however its address is written', async ({ page }) => {
    await signInAs(page, 'editor')
    await page.goto('/en/desk/register/development/new')
    await page.locator('[name="citations.0.source.kind"][value="new"]').check()
    await page
      .locator('[name="citations.0.source.url"]')
      .fill('http://shine.cn/biz/economy/2404262312?utm_source=mail')
    if (js) await page.locator('[name="citations.0.quote"]').focus()
    else await page.locator('button[value="look:citations.0"]').click()
    const row = page.locator('[id="citations.0"]')
    await expect(row.locator('.desk-notice')).toBeVisible()
    await expect(row.locator('select[name="citations.0.source.slug"]')).toHaveValue(
      'shine-2024-04-26',
    )
    await discardDraft(page, '/en/desk/register/development/new')
  })

  test('parties are added, ordered and taken out; a missing one is added elsewhere and the form kept', async ({
    page,
  }) => {
    await signInAs(page, 'editor')
    const path = '/en/desk/register/document/6-d01'
    await page.goto(path)
    const parties = page.locator('select[name^="facts.parties"][name$="organisation"]')
    const before = await parties.evaluateAll(valuesOf)
    expect(before).toHaveLength(3)
    await parties.last().selectOption('rthk')
    await page.locator('button[value="add:facts.parties"]').click()
    await expect(parties).toHaveCount(4)
    await page.locator('button[value="up:facts.parties:2"]').click()
    await expect
      .poll(() => parties.evaluateAll(valuesOf))
      .toEqual([before[0], 'rthk', before[1], ''])
    await page.locator('button[value="remove:facts.parties:0"]').click()
    await expect.poll(() => parties.evaluateAll(valuesOf)).toEqual(['rthk', before[1], ''])
    await page.locator('button[value="leave:organisation"]').click()
    await expect(page).toHaveURL(/organisation\/new/)
    await page.locator('main a[href="/en/desk/register/document/6-d01"]').click()
    await expect.poll(() => parties.evaluateAll(valuesOf)).toEqual(['rthk', before[1], ''])
    await discardDraft(page, path)
    await expect.poll(() => parties.evaluateAll(valuesOf)).toEqual(before)
  })

  test('a draft is kept, shown again in another language, and thrown away', async ({ page }) => {
    await signInAs(page, 'editor')
    const path = '/en/desk/register/project/6-9.1'
    await page.goto(path)
    const note = page.locator('[name="texts.text.en.body"]')
    const before = await note.inputValue()
    const second = await page.context().newPage()
    await second.goto(path)
    await note.fill('Half a sentence')
    if (js) await expect(page.locator('.desk-autosave')).toContainText(/saved \d\d:\d\d/i)
    else await press(page, 'draft')
    // The second window was opened before there was a draft.
    await changeInTwoWindows(page, second, 'texts.text.en.body', [null, 'Half a sentence'])
    await second.close()
    await page.goto(path.replace('/en', '/tc'))
    await expect(note).toHaveValue('Half a sentence')
    await discardDraft(page, path)
    await expect(note).toHaveValue(before)
  })
})

test('a seventh session: announced, itemised and named in one sitting', async ({
  page,
  browser,
}) => {
  test.setTimeout(400_000)
  await signInAs(page, 'editor')
  const open = (path: string) => page.goto(`/en/desk/register/${path}`)
  const submitAndPublish = async () => {
    await press(page, 'save')
    await expect(page).toHaveURL(/saved=/)
    await publish(browser, page, true)
  }
  const fillAndPublish = async (values: Record<string, string>, [row, quote]: [string, string]) => {
    await fill(page, values)
    await citeNewest(page, row, quote)
    await submitAndPublish()
  }
  await open('conference/new')
  await expect(page.locator('[name="facts.number"]')).toHaveValue('7')
  await fill(page, {
    'facts.heldOn': '2026-10-20',
    'texts.name.zh-Hant.body': '滬港合作會議第七次會議',
    'texts.name.en.body': '7th Plenary Session',
    'facts.announced.projects.number': '3',
  })
  const first = 'facts.announced.projects.citations.0'
  await page.locator(`[name="${first}.source.kind"][value="new"]`).check()
  await fill(page, {
    [`${first}.source.url`]: 'https://bureau.example.org/seventh',
    [`${first}.source.publisher`]: 'Example Bureau',
    [`${first}.quote`]: 'three projects',
    'facts.announced.documents.number': '2',
  })
  await page.locator('button[value="add:facts.announced.documents.citations"]').click()
  // The source typed above is offered, not typed again.
  const second = 'facts.announced.documents.citations.0'
  await page.locator(`[name="${second}.source.slug"]`).selectOption(`as:${first}`)
  await page.locator(`[name="${second}.quote"]`).fill('two documents')
  await submitAndPublish()

  await page.goto('/en')
  await expect(page.locator('main')).toContainText(
    /3 announced.*0 with details published.*a difference of 3/s,
  )
  await open('field/new')
  await expect(page.locator('[name="facts.conference"]')).toHaveValue('7')
  await fillAndPublish(
    {
      'facts.number': '1',
      'texts.name.zh-Hant.body': '金融',
      'texts.name.en.body': 'Finance of the seventh',
    },
    ['citations.0', 'finance'],
  )

  await open('project/7-u01?itemise=1')
  await fillAndPublish(
    {
      'facts.field': '7-1',
      'texts.title.zh-Hant.body': '金融合作',
      'texts.text.zh-Hant.body': '深化金融合作。',
      'texts.text.en.body': 'Deepen financial co-operation.',
    },
    ['citations.1', 'deepen'],
  )

  await open('document/7-d01?itemise=1')
  await fillAndPublish(
    {
      'facts.kind': 'memorandum_of_understanding',
      'facts.parties.0.organisation': 'rthk',
      'texts.title.zh-Hant.body': '金融合作備忘錄',
      'texts.title.en.body': 'Memorandum on finance',
    },
    ['citations.1', 'memorandum'],
  )

  for (const path of ['/en', '/en/conferences/7']) {
    await page.goto(path)
    await expect(page.locator('main')).toContainText(
      /3 announced.*1 with details published.*a difference of 2/s,
    )
    await expect(page.locator('main')).toContainText(
      /2 announced.*1 with details published.*a difference of 1/s,
    )
  }
  await page.goto('/en/conferences/6')
  await expect(page.locator('main')).toContainText('65 announced')
  await page.goto('/en/projects?conference=7')
  await expect(page.locator('main')).toContainText('7-1.1'.slice(0, 2))
  const map = await (await page.request.get('/sitemap.xml')).text()
  for (const path of ['conferences/7', 'fields/7-1', 'projects/7-u01', 'documents/7-d02']) {
    expect(map).toContain(`/en/${path}<`)
  }
})

test('axe finds nothing in the editor, in any language, light and dark, with errors and a preview shown', async ({
  page,
}) => {
  test.setTimeout(400_000)
  await signInAs(page, 'editor')
  const pages = [
    '/tc/desk/register',
    '/sc/desk/register?q=机构',
    '/en/desk/register/project/6-u09?itemise=1',
    '/sc/desk/register/document/6-d02',
    '/tc/desk/register/conference/6',
    '/en/desk/register/source/new',
  ]
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const path of pages) {
      await page.goto(path)
      if (path.includes('6-d02')) {
        await page.locator('[name="facts.fullTextPublished"]').selectOption('no')
        await press(page, 'preview')
        await expect(page.locator('#preview')).toBeVisible()
      }
      if (/u09|new$/.test(path)) {
        await press(page, 'save')
        await expect(page.locator('.desk-alert')).toBeVisible()
      }
      await expectAccessible(page)
    }
  }
})

function valuesOf(controls: Element[]): string[] {
  return controls.map((control) => (control as HTMLSelectElement).value)
}
