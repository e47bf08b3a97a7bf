import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import { wholeOrByTurns } from '../support/server/sample'

// 6-3.1 is entered with the sources, given the state that they report, and corrected: three revisions.

const editions = [
  {
    prefix: '/tc',
    past: '這不是現時的修訂',
    current: '這是現時的修訂',
    news: /據獨立網站「滬港合作追蹤」，「數字經濟協同發展」（描述性名稱，6-3\.1）截至2025年4月13日的狀況為「進行中」，根據.+的報道；兩地均尚未確認（第4次修訂，/,
  },
  {
    prefix: '/sc',
    past: '这不是目前的修订',
    current: '这是目前的修订',
    news: /据独立网站“沪港合作追踪”，“数字经济协同发展”（描述性名称，6-3\.1）截至2025年4月13日的状态为“进行中”，依据.+的报道；两地均尚未确认（第4次修订，/,
  },
  {
    prefix: '/en',
    past: 'This is not the current revision',
    current: 'This is the current revision',
    news: /is recorded as in progress as of 13 April 2025, on .+; neither city has confirmed \(revision 4, /,
  },
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const { prefix, past, current, news } of wholeOrByTurns(
      javaScriptEnabled,
      'citing',
      editions,
    )) {
      test(`each revision has its own page, which says whether it is current, ${prefix}`, async ({
        page,
      }) => {
        await page.goto(`${prefix}/projects/6-3.1/history`)
        await page.locator('#revision-1 a[href$="/revisions/1"]').click()
        await expect(page).toHaveURL(new RegExp(`${prefix}/projects/6-3\\.1/revisions/1$`))
        await expect(page.locator('.past-band')).toContainText(past)
        for (const revision of [2, 3, 4]) {
          await page.locator('.past-band a[rel="next"]').click()
          await expect(page).toHaveURL(new RegExp(`/revisions/${revision}$`))
        }
        await expect(page.locator('.past-band')).toContainText(current)
        await expect(page.locator('.past-band a[rel="next"]')).toHaveCount(0)
      })

      test(`an item is cited in every style, and the address leads to the revision, ${prefix}`, async ({
        page,
      }) => {
        await page.goto(`${prefix}/projects/6-3.1`)
        await page.locator('#cite summary').click()
        const texts = page.locator('#cite .cite-text')
        await expect(texts).toHaveCount(7)
        await expect(texts.filter({ hasText: news })).toBeVisible()
        for (const text of await texts.allTextContents()) {
          const address = /https?:\/\/[^\s"},]+\/revisions\/4/.exec(text)?.[0]
          expect(address, text).toBeTruthy()
          const answer = await page.request.get(new URL(address ?? '').pathname)
          expect(answer.status(), text).toBe(200)
        }
      })
    }

    test('a slot is cited as what it is, and a document too', async ({ page }) => {
      await page.goto('/en/projects/6-u07')
      await page.locator('#cite summary').click()
      await expect(page.locator('#cite')).toContainText(
        '6-u07 is a placeholder for a project that was announced; no source that it has found says what it is',
      )
      await page.goto('/en/documents/6-d03')
      await page.locator('#cite summary').click()
      await expect(page.locator('#cite')).toContainText('/en/documents/6-d03/revisions/')
    })
  })
}

test('the page of a revision is the item’s own, with its sources linked and the origin of its words', async ({
  page,
}) => {
  const seen = async () => ({
    heading: await page.locator('h1').textContent(),
    origins: await page.locator('main .origin').allTextContents(),
    sources: await page
      .locator('main a[data-address]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  })
  await page.goto('/en/projects/6-3.1')
  const own = await seen()
  expect(own.sources.length).toBeGreaterThan(0)
  await page.goto('/en/projects/6-3.1/revisions/4')
  // The table of the log at the foot is folded and repeats some of them.
  await page.locator('#record').evaluate((record) => record.remove())
  expect(await seen()).toEqual(own)
  await expect(page.locator('main a[href*="?at="], main a[href*="&at="]')).toHaveCount(0)
})

test('everything that has a page has one for each of its revisions', async ({ page }) => {
  for (const path of [
    '/tc/projects/6-u07',
    '/sc/documents/6-d03',
    '/en/fields/6-4',
    '/tc/conferences/6',
    '/sc/organisations/dpo-hk',
  ]) {
    await page.goto(path)
    const heading = await page.locator('h1').textContent()
    await page.goto(`${path}/revisions/1`)
    await expect(page.locator('h1')).toHaveText(heading ?? '')
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /revisions\/1$/)
    await expect(page.locator('.languages a').first()).toHaveAttribute('href', /revisions\/1$/)
    await expect(page.locator('#record table').first()).toBeHidden()
  }
})

test('a number that is no revision is not found, and no second address of one', async ({
  page,
}) => {
  for (const number of ['0', '01', '99', '1e0', 'x', '1.0', '-1', '9999999999']) {
    const answer = await page.request.get(`/en/projects/6-3.1/revisions/${number}`)
    expect(answer.status(), number).toBe(404)
  }
  expect((await page.request.get('/en/projects/6-99.9/revisions/1')).status()).toBe(404)
  expect((await page.request.get('/en/documents/6-3.1/revisions/1')).status()).toBe(404)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a revision and its citations, and nothing runs off a telephone, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 800 })
    for (const { prefix } of wholeOrByTurns(colorScheme === 'light', 'citing in dark', editions)) {
      await page.goto(`${prefix}/projects/6-3.1/revisions/2`)
      await page.locator('#cite summary').click()
      await expectAccessible(page)
      await expectNoSideways(page)
    }
  })
}

test('on paper stand the record, its sources and its address, and nothing to press', async ({
  page,
  baseURL,
}) => {
  for (const { prefix } of editions) {
    await page.goto(`${prefix}/projects/6-4.2`)
    const folded = page.locator('main details:not(.cite) .source').first()
    await expect(folded).toBeHidden()
    await page.emulateMedia({ media: 'print' })
    await expect(folded).toBeVisible()
    await expect(page.locator('.printed-address')).toHaveText(`${baseURL}${prefix}/projects/6-4.2`)
    for (const gone of ['#cite', '#embed', '.follow', '.download-line', 'form', 'nav']) {
      for (const one of await page.locator(gone).all()) await expect(one).toBeHidden()
    }
    await page.emulateMedia({ media: null })
  }
})
