import { expect, test } from '../support/page'
import { fillUpdate, save, signInAs } from '../support/sign-in'

const editions = [
  { prefix: '/tc', state: '已完成', note: '首個倉庫已經啟用（測試甲）' },
  { prefix: '/sc', state: '已完成', note: '首个仓库已经启用（测试甲）' },
  { prefix: '/en', state: 'Completed', note: 'The first vault has opened (test A)' },
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    const reference = javaScriptEnabled ? '6-13.1' : '6-14.1'

    test("a reviewer's update is public at once, in three languages, with its revision and in the counts", async ({
      page,
    }) => {
      await page.goto('/en/projects?state=completed')
      const before = await page.locator('main a[href^="/en/projects/6-"]').count()
      await signInAs(page, 'reviewer')
      await page.goto(`/en/desk/items/${reference}`)
      await fillUpdate(page, {
        state: 'completed',
        asOf: '2025-06-26',
        note: { 'zh-Hant': editions[0]?.note ?? '', en: editions[2]?.note ?? '' },
        quote: 'opened its first offshore physical gold delivery vault in Hong Kong',
      })
      await save(page)
      await expect(page.locator('main')).toContainText('Saved and published')
      for (const { prefix, state, note } of editions) {
        await page.goto(`${prefix}/projects/${reference}`)
        await expect(page.locator('main')).toContainText(state)
        await expect(page.locator('main')).toContainText(note)
        await expect(page.locator('main')).toContainText(
          'opened its first offshore physical gold delivery vault',
        )
        await page.goto(`${prefix}/projects/${reference}/history`)
        await expect(page.locator('#revision-2')).toContainText(note)
        await page.goto(`${prefix}/projects?state=completed`)
        await expect(page.locator(`main a[href="${prefix}/projects/${reference}"]`)).toBeVisible()
      }
      expect(await page.locator('main a[href^="/en/projects/6-"]').count()).toBe(before + 1)
    })

    test('errors stand beside their fields and nothing typed is lost', async ({ page }) => {
      await signInAs(page, 'reviewer')
      await page.goto('/en/desk/items/6-10.1')
      await fillUpdate(page, {
        state: 'behind',
        asOf: '2025-06-26',
        note: { en: 'Typed with care' },
      })
      await save(page)
      await expect(page.locator('main [role="alert"], main .desk-error').first()).toBeVisible()
      await expect(page.locator('textarea[name="note.en"]')).toHaveValue('Typed with care')
      await expect(page.locator('input[name="state"][value="behind"]')).toBeChecked()
      await page.goto('/en/projects/6-10.1')
      await expect(page.locator('main')).not.toContainText('Typed with care')
    })

    test("an editor's update waits for another person, who publishes or returns it", async ({
      page,
      browser,
    }) => {
      const item = javaScriptEnabled ? '6-5.1' : '6-5.2'
      await signInAs(page, 'editor', { prefix: '/sc', side: 'SH' })
      await page.goto(`/sc/desk/items/${item}`)
      await fillUpdate(page, {
        state: 'in_progress',
        asOf: '2025-10-20',
        note: { 'zh-Hans': '两地航运组织已签订协议' },
        quote: 'offshore',
      })
      await save(page)
      await expect(page).toHaveURL(/saved=submitted/)
      await page.goto(`/sc/projects/${item}`)
      await expect(page.locator('main')).not.toContainText('两地航运组织已签订协议')

      const other = await browser.newContext({ javaScriptEnabled, locale: 'zh-HK' })
      const reviewer = await other.newPage()
      await signInAs(reviewer, 'reviewer', { prefix: '/tc' })
      await reviewer
        .locator('main a[href*="/desk/submissions/"]')
        .filter({ hasText: item })
        .or(
          reviewer
            .locator('main li, main tr')
            .filter({ hasText: item })
            .locator('a[href*="/desk/submissions/"]'),
        )
        .first()
        .click()
      await expect(reviewer.locator('main')).toContainText('两地航运组织已签订协议')
      await reviewer.locator('button[name="intent"][value="publish"]').click()
      await expect(reviewer).toHaveURL(/\/tc\/desk(\?|$)/)
      await reviewer.goto(`/sc/projects/${item}`)
      await expect(reviewer.locator('main')).toContainText('两地航运组织已签订协议')
      await other.close()
    })

    test('two officers race: one wins, the other sees both versions and keeps what was typed', async ({
      page,
      browser,
    }) => {
      const item = javaScriptEnabled ? '6-10.2' : '6-11.1'
      const other = await browser.newContext({ javaScriptEnabled })
      const rival = await other.newPage()
      await signInAs(page, 'reviewer')
      await signInAs(rival, 'admin')
      await page.goto(`/en/desk/items/${item}`)
      await rival.goto(`/en/desk/items/${item}`)
      for (const [who, text] of [
        [page, 'The first to save'],
        [rival, 'The second to save'],
      ] as const) {
        await fillUpdate(who, {
          state: 'in_progress',
          asOf: '2025-10-20',
          note: { en: text },
          quote: 'offshore',
        })
      }
      await save(page)
      await expect(page.locator('main')).toContainText('Saved and published')
      await save(rival)
      await expect(rival.locator('main')).toContainText('The first to save')
      await expect(rival.locator('main')).toContainText('The second to save')
      await expect(rival.locator('textarea[name="note.en"]')).toHaveValue('The second to save')
      // Having seen both, the second may save again.
      await save(rival)
      await expect(rival.locator('main')).toContainText('Saved and published')
      await rival.goto(`/en/projects/${item}`)
      await expect(rival.locator('main')).toContainText('The second to save')
      await other.close()
    })
  })
}

test('the desk is for officers: a stranger is led to sign in, and back', async ({ page }) => {
  for (const prefix of ['/tc', '/sc', '/en']) {
    await page.goto(`${prefix}/desk/items/6-4.2`)
    await expect(page).toHaveURL(new RegExp(`${prefix}/desk/sign-in`))
  }
  await page.locator('input[name="email"]').fill('nobody@example.org')
  await page.locator('input[name="password"]').fill('not the right one')
  await page.locator('main form button[type="submit"]').click()
  await expect(page.locator('[role="alert"]').first()).toBeVisible()
})

test('a post from another site, or from nowhere, changes nothing', async ({ request }) => {
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'https://elsewhere.example' },
    {},
  ]) {
    const answer = await request.post('/en/desk/sign-in', { headers, data: 'x' })
    expect(answer.status()).toBe(403)
  }
})

test('a one-time link opens once', async ({ page }) => {
  await signInAs(page, 'editor')
  await page.goto('/en/desk/password/not-a-link-at-all')
  await page.locator('input[name="password"]').fill('long enough to pass')
  await page.locator('input[name="again"]').fill('long enough to pass')
  await page.locator('main form button[type="submit"]').click()
  await expect(page.locator('[role="alert"]').first()).toBeVisible()
})
