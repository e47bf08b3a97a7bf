import projects from '~/prisma/seed/data/projects.json' with { type: 'json' }
import { expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import { wholeOrByTurns } from '../support/server/sample'

const editions = [
  {
    prefix: '/tc',
    lang: 'zh-Hant-HK',
    projects: /公布\s*65\s*項.*已列明\s*34\s*項.*相差\s*31\s*項/s,
    documents: /公布\s*20\s*份.*已列明\s*5\s*份.*相差\s*15\s*份/s,
    original: /金融市場和金融基礎設施互聯互通/,
    text: '有序推進兩地金融市場',
    source: '中國日報香港版 · 2025年6月18日',
  },
  {
    prefix: '/sc',
    lang: 'zh-Hans-CN',
    projects: /公布\s*65\s*项.*已列明\s*34\s*项.*相差\s*31\s*项/s,
    documents: /公布\s*20\s*份.*已列明\s*5\s*份.*相差\s*15\s*份/s,
    original: /金融市場和金融基礎設施互聯互通/,
    text: '有序推进两地金融市场',
    source: '中国日报香港版 · 2025年6月18日',
  },
  {
    prefix: '/en',
    lang: 'en-HK',
    projects: /65 announced.*34 with details published.*a difference of 31/s,
    documents: /20 announced.*5 with details published.*a difference of 15/s,
    original: /金融市場和金融基礎設施互聯互通/,
    text: 'Advance in an orderly way the connectivity of the two places’ financial markets',
    source: 'China Daily Hong Kong · 18 June 2025',
  },
] as const

/** Each journey twice: as most readers come, and with JavaScript off. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const edition of wholeOrByTurns(javaScriptEnabled, 'visitor', editions)) {
      test(`home tells what was announced and what is held, ${edition.prefix}`, async ({
        page,
      }) => {
        await page.goto(edition.prefix)
        await expect(page.locator('html')).toHaveAttribute('lang', edition.lang)
        const main = page.locator('main')
        await expect(main).toContainText(edition.projects)
        await expect(main).toContainText(edition.documents)
        await expect(main.locator(`a[href^="${edition.prefix}/fields/6-"]`).first()).toBeVisible()
      })

      test(`from home through a field to a project, its original and its history, ${edition.prefix}`, async ({
        page,
      }) => {
        await page.goto(edition.prefix)
        await page.locator(`main a[href="${edition.prefix}/fields/6-4"]`).first().click()
        await expect(page).toHaveURL(new RegExp(`${edition.prefix}/fields/6-4$`))
        await page.locator(`main a[href="${edition.prefix}/projects/6-4.2"]`).first().click()
        await expect(page.locator('main')).toContainText(edition.text)
        if (edition.prefix !== '/tc') {
          await page
            .locator('main details')
            .filter({ hasText: edition.original })
            .locator('summary')
            .first()
            .click()
          await expect(page.locator('main details[open]').first()).toContainText(edition.original)
        }
        await page
          .locator(`main a[href^="${edition.prefix}/projects/6-4.2/history"]`)
          .first()
          .click()
        // A source is said in words, as its readers know it.
        await expect(page.locator('main')).toContainText(edition.source)
      })

      test(`the language switch keeps page and filter, ${edition.prefix}`, async ({ page }) => {
        await page.goto(`${edition.prefix}/projects?field=6-4&state=in_progress`)
        for (const { prefix } of editions) {
          if (prefix === edition.prefix) continue
          const link = page.locator(`header a[href^="${prefix}/projects?"]`)
          await expect(link).toHaveAttribute('href', /field=6-4/)
          await expect(link).toHaveAttribute('href', /state=in_progress/)
        }
      })

      test(`an unknown reference answers 404 with a page that can be read, ${edition.prefix}`, async ({
        page,
      }) => {
        for (const path of [
          '/projects/6-99.9',
          '/documents/6-d99',
          '/fields/6-99',
          '/conferences/99',
          '/organisations/nobody',
          '/signatories/nobody',
          '/sources/nobody-2024',
          '/no/such/page',
        ]) {
          const answer = await page.goto(`${edition.prefix}${path}`)
          expect(answer?.status(), path).toBe(404)
          await expect(page.locator('html')).toHaveAttribute('lang', edition.lang)
          await expect(page.locator('h1')).toBeVisible()
          await expect(page.locator(`a[href="${edition.prefix}/projects"]`).first()).toBeVisible()
        }
      })
    }

    test('either script finds the same', async ({ page }) => {
      const found = async (query: string) => {
        await page.goto('/tc/projects')
        await page.locator('#site-search').fill(query)
        await page.locator('#site-search').press('Enter')
        await page.waitForURL(/q=/)
        return page
          .locator('main .hits .row-title a[href^="/tc/projects/6-"]')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
      }
      const traditional = await found('滬港')
      expect(traditional.length).toBeGreaterThan(0)
      expect(await found('沪港')).toEqual(traditional)
      expect(await found('數碼經濟')).toEqual(await found('数字经济'))
    })

    test('no result helps on', async ({ page }) => {
      for (const path of ['projects', 'search']) {
        await page.goto(`/en/${path}?q=zzzzqqq`)
        await expect(page.locator('main')).toContainText('zzzzqqq')
        await expect(page.locator('main a[href="/en/projects"]').first()).toBeVisible()
      }
    })
  })
}

test('each of the 34 printed texts can be reached, exact', async ({ request }) => {
  expect(projects).toHaveLength(34)
  for (const project of projects) {
    const answer = await request.get(`/tc/projects/6-${project.code}`)
    expect(answer.status()).toBe(200)
    expect(await answer.text()).toContain(project.text['zh-Hant'])
  }
})

test('every slot has its page', async ({ request }) => {
  for (const path of [...numbered('projects/6-u', 31), ...numbered('documents/6-d', 20)]) {
    expect((await request.get(`/tc/${path}`)).status(), path).toBe(200)
  }
})

test('pages name themselves, their other languages and their address', async ({
  page,
  request,
}) => {
  await page.goto('/en/projects/6-4.2')
  await expect(page).toHaveTitle(/6-4\.2|Connectivity/)
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    /\/en\/projects\/6-4\.2$/,
  )
  for (const { lang, prefix } of editions) {
    await expect(page.locator(`link[rel="alternate"][hreflang="${lang}"]`)).toHaveAttribute(
      'href',
      new RegExp(`${prefix}/projects/6-4\\.2$`),
    )
  }
  await expect(page.locator('meta[property="og:title"]')).toHaveCount(1)
  expect(await (await request.get('/sitemap.xml')).text()).toContain('/sc/documents/6-d01')
  expect(await (await request.get('/robots.txt')).text()).toMatch(/Sitemap:/i)
})

test('public pages are wide enough for a small telephone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of [
    '',
    '/projects',
    '/search?q=金融',
    '/projects/6-4.2',
    '/documents',
    '/documents/6-d02',
    '/conferences',
    '/conferences/6',
    '/fields/6-4',
    '/organisations',
    '/signatories',
    '/signatories/john-lee',
    '/sources',
    '/sources/tkp-2024-04-27',
    '/sources/tkp-2024-04-27/history',
    '/about',
    '/glossary',
    '/projects/6-4.2/history',
  ]) {
    for (const { prefix } of editions) {
      await page.goto(`${prefix}${path}`)
      await expectNoSideways(page)
    }
  }
})

function numbered(stem: string, most: number): string[] {
  return Array.from({ length: most }, (_, index) => `${stem}${String(index + 1).padStart(2, '0')}`)
}

test('a count says in the next line what is announced and not in it', async ({ page }) => {
  const lines = [
    ['/en/projects', '65 projects55 more projects were announced'],
    ['/en/projects?field=6-4', '3 projects31 more projects were announced'],
    ['/en/documents?conference=4', '4 documents11 more documents were announced'],
    ['/en/projects?q=zzzzqq&field=6-4', '31 more projects were announced, details not published'],
  ] as const
  for (const [path, line] of lines) {
    await page.goto(path)
    const text = await page.locator('main').evaluate((main) => main.textContent ?? '')
    expect(text, path).toContain(line)
  }
})

test('a page’s title names it once, with what narrows it', async ({ page }) => {
  await page.goto('/tc')
  await expect(page).toHaveTitle('滬港合作追蹤')
  await page.goto('/tc/projects/6-4.2')
  await expect(page).toHaveTitle(/^[^()]+（6-4\.2） · 滬港合作追蹤$/)
  await page.goto('/en/projects?field=6-4&state=in_progress')
  await expect(page).toHaveTitle(
    /^Projects · Field: 6-4 Finance · Status: In progress · Hong Kong–Shanghai/,
  )
  await page.goto('/en/documents?q=university')
  await expect(page).toHaveTitle(/^Documents · university · Hong Kong–Shanghai/)
})

test('where nobody is named whom readers may write to, no page promises it; the licence stands at the foot', async ({
  page,
}) => {
  for (const [prefix, word] of [
    ['/tc', '聯絡」'],
    ['/sc', '联系”'],
    ['/en', 'contact'],
  ]) {
    await page.goto(`${prefix}/about`)
    await expect(page.locator('#contact, a[href="#contact"], a[href^="mailto:"]')).toHaveCount(0)
    await expect(page.locator('main')).not.toContainText(word ?? '')
    await expect(page.locator('footer a[rel="license"]')).toHaveText('CC BY 4.0')
  }
})
