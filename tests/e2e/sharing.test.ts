import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import { jsonFeed, readEntries, ruleErrors, schemaErrors } from '../support/outlets/feeds'
import { wholeOrByTurns } from '../support/server/sample'

const editions = [
  { prefix: '/tc', follow: '訂閱更新', embed: '嵌入網頁', state: '未有公布', lang: 'zh-Hant-HK' },
  {
    prefix: '/sc',
    follow: '订阅更新',
    embed: '嵌入网页',
    state: '尚无公开信息',
    lang: 'zh-Hans-CN',
  },
  {
    prefix: '/en',
    follow: 'Subscribe to updates (Atom)',
    embed: 'Embed',
    state: 'Not reported',
    lang: 'en-HK',
  },
]
const followedPages = [
  '/projects/6-4.1',
  '/documents/6-d01',
  '/fields/6-4',
  '/organisations/doj-hk',
  '/search?q=金融',
  '/changes?kind=project',
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const { prefix, follow, embed, lang } of wholeOrByTurns(
      javaScriptEnabled,
      'sharing',
      editions,
    )) {
      test(`a page leads to its feed, and tells programs of it, ${prefix}`, async ({ page }) => {
        for (const path of followedPages) {
          await page.goto(`${prefix}${path}`)
          const link = page.getByRole('link', { name: follow })
          const address = (await link.getAttribute('href')) ?? ''
          const told = page.locator('head link[rel="alternate"][type="application/atom+xml"]')
          expect(new URL((await told.getAttribute('href')) ?? '').pathname, path).toBe(
            address.split('?')[0],
          )
          const answer = await page.request.get(address)
          expect(answer.headers()['content-type'], path).toContain('application/atom+xml')
          expect(answer.headers()['set-cookie']).toBeUndefined()
          const atom = await answer.text()
          expect(await schemaErrors([atom]), path).toEqual([])
          expect(ruleErrors(atom)).toEqual([])
          expect(atom).toContain(`xml:lang="${lang}"`)
          // An organisation has no news until something of it is revised.
          if (!path.startsWith('/organisations')) {
            expect(readEntries(atom).length, path).toBeGreaterThan(0)
          }
          const json = await page.request.get(address.replace('.atom', '.json'))
          expect(jsonFeed.parse(await json.json()).language).toBe(lang)
          const etag = answer.headers().etag ?? ''
          const again = await page.request.get(address, { headers: { 'If-None-Match': etag } })
          expect(again.status()).toBe(304)
        }
      })

      test(`an item’s page has the HTML with which another page shows it, ${prefix}`, async ({
        page,
      }) => {
        await page.goto(`${prefix}/projects/6-4.1`)
        await page.locator('#embed summary', { hasText: embed }).click()
        const html = (await page.locator('#embed pre').first().textContent()) ?? ''
        expect(html).toMatch(
          new RegExp(`^<iframe src="http://[^"]+${prefix}/embed/projects/6-4\\.1" title="[^"]+"`),
        )
        const picture = page.locator('#embed img')
        await expect(picture).toBeVisible()
        const drawn = await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)
        expect(drawn).toBeGreaterThan(100)
      })

      test(`days are offered to calendars, and the search to the browser, ${prefix}`, async ({
        page,
      }) => {
        await page.goto(`${prefix}/conferences`)
        const calendar = page.locator(`main a[href="${prefix}/calendar.ics"]`)
        await expect(calendar).toBeVisible()
        const answer = await page.request.get(`${prefix}/calendar.ics`)
        expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8')
        expect((await answer.text()).match(/^BEGIN:VEVENT\r$/gm)?.length).toBeGreaterThan(5)
        const search = await page.locator('head link[rel="search"]').getAttribute('href')
        const description = await page.request.get(search ?? '')
        expect(description.headers()['content-type']).toContain('opensearchdescription')
        const template = /template="([^"]*\{searchTerms\})"/.exec(await description.text())?.[1]
        await page.goto((template ?? '').replace('{searchTerms}', encodeURIComponent('金融')))
        await expect(page.locator('main')).toContainText('金融')
      })
    }
  })
}

test('a page tells programs what it is about', async ({ page }) => {
  for (const { prefix } of editions) {
    for (const [path, type] of [
      ['', 'Dataset'],
      ['/projects/6-4.1', 'CreativeWork'],
      ['/projects/6-u07', 'CreativeWork'],
      ['/documents/6-d01', 'DigitalDocument'],
      ['/conferences/6', 'Event'],
      ['/fields/6-4', 'Collection'],
      ['/organisations/doj-hk', 'Organization'],
      ['/signatories/john-lee', 'Person'],
      ['/projects?field=6-4', 'CollectionPage'],
      ['/documents', 'CollectionPage'],
      ['/conferences', 'CollectionPage'],
      ['/organisations', 'CollectionPage'],
      ['/signatories', 'CollectionPage'],
    ] as const) {
      await page.goto(`${prefix}${path}`)
      const text = await page.locator('script[type="application/ld+json"]').textContent()
      const { '@context': context, '@graph': things } = JSON.parse(text ?? '')
      expect(context).toBe('https://schema.org')
      const types = things.map((thing: { '@type': string }) => thing['@type'])
      expect(types, path).toContain(type)
      if (path) expect(types).toContain('BreadcrumbList')
      expect(text).not.toContain('undefined')
    }
  }
})

/** Another site, whose page frames an address of ours. */
async function otherSite(framed: string) {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="en"><title>Another site</title><iframe src="${framed}" title="card" width="420" height="240"></iframe></html>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://localhost:${port}/`, close: () => server.close() }
}

test.describe('framed by another site', () => {
  test.use({
    expectedNoise: [
      /Refused to (display|frame)|frame-ancestors|X-Frame-Options|ERR_BLOCKED|favicon|404/i,
    ],
  })

  test('a card is seen there, and leads to its page', async ({ page, baseURL }) => {
    for (const { prefix, state } of editions) {
      const site = await otherSite(`${baseURL}${prefix}/embed/projects/6-4.1`)
      await page.goto(site.address)
      const frame = page.frameLocator('iframe')
      await expect(frame.locator('.state')).toContainText(state)
      await expect(frame.locator('.state svg')).toBeVisible()
      const [opened] = await Promise.all([
        page.waitForEvent('popup'),
        frame.locator('h1 a').click(),
      ])
      await expect(opened).toHaveURL(`${baseURL}${prefix}/projects/6-4.1`)
      await opened.close()
      site.close()
    }
  })

  test('no other page is', async ({ page, baseURL }) => {
    const card = '/tc/embed/projects/6-4.1'
    for (const path of [
      card,
      '/tc/projects/6-4.1',
      '/tc',
      '/tc/desk/sign-in',
      '/tc/embed/people/x',
    ]) {
      const framed = `${baseURL}${path}`
      const site = await otherSite(framed)
      // The site's page has loaded when its frame has, or was refused.
      await Promise.all([page.waitForResponse(framed), page.goto(site.address)])
      const words = page.frameLocator('iframe').locator('main')
      expect(await words.count(), path).toBe(path === card ? 1 : 0)
      site.close()
    }
  })
})

test('only cards may be framed, and neither they nor feeds set a cookie', async ({ request }) => {
  const card = (await request.get('/en/embed/fields/6-4')).headers()
  expect(card['x-frame-options']).toBeUndefined()
  expect(card['content-security-policy']).toContain('frame-ancestors *')
  expect(card['content-security-policy']).toContain("default-src 'none'")
  expect(card['set-cookie']).toBeUndefined()
  const none = await request.get('/sc/embed/projects/6-99.9')
  expect(none.status()).toBe(404)
  expect(await none.text()).toContain('没有此编号的条目')
  for (const path of ['/tc', '/tc/projects/6-4.1', '/tc/badge/projects/6-4.1.svg', '/healthz']) {
    const headers = (await request.get(path)).headers()
    expect(headers['x-frame-options'], path).toBe('SAMEORIGIN')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'")
  }
  const unknown = await request.get('/tc/feeds/projects/6-99.9.atom')
  expect(unknown.status()).toBe(404)
  expect(await unknown.text()).toMatch(/<h1[ >]/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a card, and nothing runs off a telephone, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 800 })
    for (const { prefix } of wholeOrByTurns(colorScheme === 'light', 'sharing in dark', editions)) {
      for (const path of [
        '/embed/projects/6-4.1',
        '/embed/projects/6-4.2',
        '/embed/projects/6-u07',
        '/embed/documents/6-d01',
        '/embed/fields/6-4',
        '/embed/fields/9-9',
        '/projects/6-4.1',
        '/conferences',
      ]) {
        await page.goto(`${prefix}${path}`)
        const box = page.locator('#embed summary')
        if ((await box.count()) > 0) await box.click()
        await expectAccessible(page)
        await expectNoSideways(page)
      }
    }
  })
}
