import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/own-register'
import { signInAs } from '../support/browser/sign-in'

test.use({ register: 'texts' })

const editions = [
  { prefix: '/tc', conversion: '繁簡轉換，未接受', accepted: '繁簡轉換，已接受' },
  { prefix: '/sc', conversion: '简繁转换，未接受', accepted: '简繁转换，已接受' },
  {
    prefix: '/en',
    conversion: 'Script conversion, not accepted',
    accepted: 'conversion, accepted',
  },
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    const [field, item] = javaScriptEnabled ? ['6-6', '6-6.1'] : ['6-5', '6-5.1']

    test('conversions are found on the board, chosen and submitted together', async ({ page }) => {
      await signInAs(page, 'editor')
      await page.goto('/en/desk/texts')
      await page.locator('select[name="state"]').selectOption('conversion')
      await page.locator('select[name="field"]').selectOption(field ?? '')
      await page.locator('form.filter button').click()
      await page.waitForURL(/state=conversion/)
      const boxes = page.locator('input[name="accept"]')
      const count = await boxes.count()
      expect(count).toBeGreaterThan(2)

      await page.locator('button', { hasText: 'Submit the conversions chosen' }).click()
      await expect(page.locator('main [role="alert"]')).toContainText('Choose the conversions')

      await page.getByRole('link', { name: 'Choose every conversion on this page' }).click()
      await expect(page).toHaveURL(/pick=all/)
      await expect(page.locator('input[name="accept"]:checked')).toHaveCount(count)
      await page.getByRole('link', { name: 'Choose none' }).click()
      await expect(page.locator('input[name="accept"]:checked')).toHaveCount(0)
      // Of two subjects, and two passages of one of them.
      const own = page.locator(`input[value^="project ${item} "]`)
      await own.nth(0).check()
      await own.nth(1).check()
      await page.locator(`input[value^="field ${field} "]`).check()
      await page.locator('button', { hasText: 'Submit the conversions chosen' }).click()
      await expect(page.locator('main [role="status"]')).toContainText('The texts of 2 subjects')
      await expect(page).toHaveURL(/state=conversion/)
      await expect(page.locator(`[id="project-${item}"]`)).toContainText(
        'My change is waiting for review',
      )
      await expect(page.locator(`input[value^="project ${item} "]`)).toHaveCount(0)
    })

    test('a subject’s texts are changed side by side, with a proposal, in one submit', async ({
      page,
    }) => {
      const reference = javaScriptEnabled ? '6-10.1' : '6-10.2'
      await signInAs(page, 'editor')
      await page.goto(`/en/desk/texts/project/${reference}`)
      const open = (place: string) =>
        page
          .locator('details', { has: page.locator(`[name="body.${place}"]`) })
          .locator('summary')
          .first()
      await open('title.zh-Hant').click()
      await page.locator('[name="body.title.zh-Hant"]').fill('滬港體育發展')
      await page.locator('[name="checked.text.zh-Hans"]').check()
      await open('title.zh-Hans').click()
      await page.locator('button[value="propose.title.zh-Hans"]').click()
      await expect(page.locator('[name="body.title.zh-Hans"]')).toHaveValue('沪港体育发展')
      await expect(page.locator('[name="body.title.zh-Hant"]')).toHaveValue('滬港體育發展')
      await expect(page.locator('[name="checked.text.zh-Hans"]')).toBeChecked()
      await expect(page.locator('.side-change ins').first()).toBeVisible()

      await page.locator('.text-accept button').click()
      await expect(page).toHaveURL(/saved=submitted/)
      await expect(page.locator('main')).toContainText('A change of yours is waiting for review')
      await expect(page.locator('main')).toContainText('沪港体育发展')
      await page.goto(`/sc/projects/${reference}`)
      await expect(page.locator('main')).not.toContainText('沪港体育发展')

      // A second change is added to the first.
      await page.goto(`/en/desk/texts/project/${reference}`)
      await open('title.en').click()
      await page.locator('[name="body.title.en"]').fill('Sport between the two cities')
      await page.locator('.text-accept button').click()
      await expect(page).toHaveURL(/saved=submitted/)
      await expect(page.locator('main')).toContainText('Sport between the two cities')
      await expect(page.locator('main')).toContainText('沪港体育发展')
    })

    test('an accepted conversion is public when a reviewer has published it, and its history says so', async ({
      page,
      browser,
    }) => {
      const reference = javaScriptEnabled ? '6-9.1' : '6-9.2'
      await signInAs(page, 'editor')
      await page.goto(`/sc/desk/texts?q=${reference}&state=conversion`)
      await page.locator(`input[value^="project ${reference} "][value*=" title "]`).check()
      await page.locator('.text-accept button').click()
      await expect(page).toHaveURL(/done=1/)
      await page.goto(`/sc/desk/texts/project/${reference}`)
      const change = await page.locator('main a[href*="/desk/submissions/"]').getAttribute('href')

      const other = await browser.newContext({ javaScriptEnabled })
      const reviewer = await other.newPage()
      await signInAs(reviewer, 'reviewer')
      await reviewer.goto(change ?? '')
      await reviewer.locator('button[name="intent"][value="publish"]').click()
      await expect(reviewer).toHaveURL(/done=publish/)
      await other.close()

      await page.goto(`/sc/desk/texts?q=${reference}&state=accepted`)
      await expect(page.locator('.text-board')).toContainText('简繁转换，已接受')
      await page.goto(`/en/projects/${reference}/history`)
      const latest = page.locator('section.revision').first()
      await expect(latest).toContainText('Converted from the original')
      await expect(latest).toContainText('Written by the editor. Reviewed on')
    })

    test('where nothing is changed, nothing is submitted', async ({ page }) => {
      await signInAs(page, 'editor')
      await page.goto('/en/desk/texts/document/6-d01')
      await page.locator('.text-accept button').click()
      await expect(page.locator('main [role="alert"]')).toBeVisible()
      await expect(page).not.toHaveURL(/saved/)
    })
  })
}

test('the states are words in each language, and the filter stays with the language', async ({
  page,
}) => {
  await signInAs(page, 'reviewer')
  for (const { prefix, conversion } of editions) {
    await page.goto(`${prefix}/desk/texts?state=conversion&kind=organisation&page=nonsense`)
    await expect(page.locator('.text-board')).toContainText(conversion)
    for (const language of ['tc', 'sc', 'en']) {
      await expect(
        page
          .locator(`a[href="/${language}/desk/texts?state=conversion&kind=organisation"]`)
          .first(),
      ).toBeVisible()
    }
  }
})

test('a departure from the glossary is told in words, and the renderings with it', async ({
  page,
}) => {
  await signInAs(page, 'reviewer')
  await page.goto('/en/desk/texts/organisation/hkqai')
  const notes = page.locator('.glossary-notes')
  await expect(notes).toContainText('the glossary’s word is “artificial intelligence”')
  await notes.locator('summary').click()
  await expect(notes).toContainText('人工智能 · 人工智能 · artificial intelligence')
  await expect(page.locator('mark.term').first()).toBeVisible()
})

test('a stranger is led to sign in, and back to the texts', async ({ page }) => {
  await page.goto('/tc/desk/texts/project/6-4.2')
  await expect(page).toHaveURL(/\/tc\/desk\/sign-in\?next=%2Ftc%2Fdesk%2Ftexts%2Fproject%2F6-4\.2/)
})

test('a subject that is not there is not found', async ({ page }) => {
  await signInAs(page, 'reviewer')
  for (const path of ['project/6-99.9', 'officer/6-4.2']) {
    expect((await page.goto(`/en/desk/texts/${path}`))?.status()).toBe(404)
  }
})

const paths = ['', '?state=conversion&kind=field', '/project/6-4.2', '/document/5-d01']

for (const [colorScheme, languages] of [
  ['light', ['/tc', '/sc', '/en']],
  ['dark', ['/tc']],
] as const) {
  test(`axe finds nothing on the pages of texts, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(400_000)
    await page.emulateMedia({ colorScheme })
    await signInAs(page, 'reviewer')
    for (const address of languages.flatMap((prefix) =>
      paths.map((path) => `${prefix}/desk/texts${path}`),
    )) {
      await page.goto(address)
      await expectAccessible(page)
    }
  })
}

test('the pages of texts fit a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await signInAs(page, 'reviewer')
  for (const path of paths) {
    await page.goto(`/en/desk/texts${path}`)
    await expectNoSideways(page)
  }
})
