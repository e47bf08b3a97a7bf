import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import { wholeOrByTurns } from '../support/server/sample'

const editions = [
  { prefix: '/tc', other: '沪港', stored: '滬港', glossary: '數字經濟', nothing: '找不到' },
  { prefix: '/sc', other: '滬港', stored: '沪港', glossary: '数字经济', nothing: '没有找到' },
  {
    prefix: '/en',
    other: 'COOPERATION',
    stored: 'Co-operation',
    glossary: 'digital economy',
    nothing: 'Nothing was found',
  },
] as const

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const { prefix, other, stored, glossary, nothing } of wholeOrByTurns(
      false,
      `search, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`,
      editions,
    )) {
      test(`from the box on any page to what is meant, marked as it is stored, ${prefix}`, async ({
        page,
      }) => {
        for (const path of ['', '/about', '/documents/6-d01']) {
          await page.goto(`${prefix}${path}`)
          await page.locator('#site-search').fill(other)
          await page.locator('#site-search').press('Enter')
          await expect(page).toHaveURL(new RegExp(`${prefix}/search\\?q=`))
        }
        await expect(page.locator('#site-search')).toHaveValue(other)
        await expect(page.locator('main mark', { hasText: stored }).first()).toBeVisible()
        await page.locator(`main a[href^="${prefix}/projects/6-"]`).first().click()
        await expect(page).toHaveURL(new RegExp(`${prefix}/projects/6-`))
      })

      test(`the glossary’s other word is found, and said, ${prefix}`, async ({ page }) => {
        await page.goto(`${prefix}/search?q=數碼經濟`)
        const hit = page.locator('main .hits > li').filter({ hasText: '6-3.1' }).first()
        await expect(hit.locator('mark', { hasText: glossary }).first()).toBeVisible()
        await expect(hit.locator('.hit-why')).toContainText(`數碼經濟 → ${glossary}`)
      })

      test(`a reference goes straight there, ${prefix}`, async ({ page }) => {
        for (const q of ['6-4.2', '4.2', '６－４．２']) {
          await page.goto(`${prefix}/search?q=${encodeURIComponent(q)}`)
          await expect(page).toHaveURL(new RegExp(`${prefix}/projects/6-4\\.2$`))
        }
        await page.goto(`${prefix}/search?q=6-D03`)
        await expect(page).toHaveURL(new RegExp(`${prefix}/documents/6-d03$`))
        // Five conferences have it: the reader chooses, the latest leading.
        await page.goto(`${prefix}/search?q=d01`)
        await expect(page.locator('main section').first().locator('a')).toHaveCount(5)
        await expect(page.locator('main section a').first()).toHaveAttribute('href', /6-d01$/)
      })

      test(`nothing found says so and helps on, ${prefix}`, async ({ page }) => {
        await page.goto(`${prefix}/search?q=infrastucture`)
        await expect(page.locator('main')).toContainText(nothing)
        await page.locator('.did-you-mean a', { hasText: 'infrastructure' }).click()
        await expect(page.locator('main mark').first()).toBeVisible()
        await page.goto(`${prefix}/search`)
        await expect(page.locator('main .search-help')).toBeVisible()
      })

      test(`all projects of a search are a list with the same words, ${prefix}`, async ({
        page,
      }) => {
        await page.goto(`${prefix}/search?q=合作`)
        const count = /\d+/.exec((await page.locator('h2#project').textContent()) ?? '')?.[0]
        await page.locator(`main a[href^="${prefix}/projects?"]`).click()
        await expect(page.locator('main b').first()).toContainText(count ?? 'none')
        await expect(page.locator('#filter-q')).toHaveValue('合作')
      })

      test(`phrases, words left out, and pages of one kind, ${prefix}`, async ({ page }) => {
        const total = async (q: string) => {
          await page.goto(`${prefix}/search?q=${encodeURIComponent(q)}`)
          const text = await page.locator('main p b').first().textContent()
          return Number(/(\d+)\s*(?:項|条|results?)/.exec(text ?? '')?.[1])
        }
        const [both, phrase] = [await total('金融 市場'), await total('"金融市場"')]
        expect(phrase).toBeGreaterThan(0)
        expect(both).toBeGreaterThanOrEqual(phrase)
        const [all, without] = [await total('金融'), await total('金融 -市場')]
        expect(without).toBeGreaterThan(0)
        expect(without + both).toBeGreaterThanOrEqual(all)
        await page.goto(`${prefix}/search?q=港&kind=quote&page=2`)
        await expect(page.locator('.pager a[rel="prev"]')).toHaveAttribute('href', /kind=quote/)
        await expect(page.locator('main .hits > li').first()).toBeVisible()
      })
    }
  })
}

test('a phrase that no title has is split into words, and the page says which', async ({
  page,
}) => {
  await page.goto('/tc/search?q=電池備忘錄')
  await expect(page.locator('main .notice')).toContainText('「電池」、「備忘錄」')
  const hit = page.locator('main .hits > li').first()
  await expect(hit.locator('a[href="/tc/documents/6-d05"]')).toBeVisible()
  await expect(hit).toContainText('香港量子人工智能實驗室')
  await expect(hit).toContainText('已簽署')
  await expect(hit).toContainText('2024年4月26日')
  await page.goto('/en/search?q=who signed the health MoU')
  await expect(page.locator('main .hits > li').first()).toContainText('Health Bureau')
})

test('a reference copied with the marks of its sentence leads to its one address', async ({
  page,
}) => {
  for (const [written, plain] of [
    ['/tc/projects/6-4.2。', '/tc/projects/6-4.2'],
    ['/en/projects/6–4.2', '/en/projects/6-4.2'],
    ['/sc/documents/6-D03', '/sc/documents/6-d03'],
  ]) {
    const { pathname, search } = new URL((await page.goto(String(written)))?.url() ?? '')
    expect(pathname + search).toBe(plain)
  }
})

test('no address of the results page is an error, and nothing typed becomes markup', async ({
  page,
  request,
}) => {
  const bad = ['%00', '%ED%A0%80', '%25', '_', '%5C', "'%22", 'a'.repeat(5_000), '%22', '-', '((']
  for (const q of bad) {
    for (const path of ['search', 'projects', 'documents']) {
      const answer = await request.get(`/en/${path}?q=${q}&kind=zzz&page=-1`)
      expect(answer.status(), `${path} ${q.slice(0, 20)}`).toBe(200)
    }
  }
  expect((await request.get('/en/search?q=a&q=b&kind=quote&page=99999')).status()).toBe(200)
  await page.goto(`/en/search?q=${encodeURIComponent('<img src=x onerror=alert(1)> "<b>"')}`)
  await expect(page.locator('main')).toContainText('<img src=x onerror=alert(1)>')
  await expect(page.locator('main img')).toHaveCount(0)
})

test('results are not for other search engines, and lead to the other languages', async ({
  page,
}) => {
  await page.goto('/tc/search?q=金融')
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  await expect(page.locator('header a[href^="/en/search?q="]')).toHaveCount(1)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, and a small telephone is wide enough, ${colorScheme}`, async ({
    page,
  }) => {
    test.setTimeout(400_000)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 740 })
    for (const { prefix } of wholeOrByTurns(colorScheme === 'light', 'search in dark', editions)) {
      for (const query of [
        '',
        '?q=金融',
        '?q=cooperation',
        '?q=數碼經濟',
        '?q=d01',
        '?q=港&kind=quote',
        '?q=infrastucture',
        '?q=電池備忘錄',
      ]) {
        await page.goto(`${prefix}/search${query}`)
        await expectNoSideways(page)
        await expectAccessible(page)
      }
    }
  })
}
