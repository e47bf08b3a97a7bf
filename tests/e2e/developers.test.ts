import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import { wholeOrByTurns } from '../support/server/sample'

const editions = [
  { prefix: '/tc', title: '開發者：公開的 API', lang: 'tc', reference: '永久編號' },
  { prefix: '/sc', title: '开发者：公开的 API', lang: 'sc', reference: '永久编号' },
  {
    prefix: '/en',
    title: 'Developers: the public API',
    lang: 'en',
    reference: 'permanent reference',
  },
] as const

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const { prefix, title, lang, reference } of editions) {
      test(`a developer finds the API from the footer, and an example that works, ${prefix}`, async ({
        page,
      }) => {
        await page.goto(`${prefix}/about`)
        await expect(page.locator(`main a[href="${prefix}/developers"]`)).toBeVisible()
        await page.locator(`footer a[href="${prefix}/developers"]`).click()
        await page.waitForURL(`**${prefix}/developers`)
        await expect(page.locator('h1')).toHaveText(title)
        await expect(page.locator('section.api-operation')).toHaveCount(16)
        await expect(page.locator('section[aria-labelledby="Project"]')).toContainText(reference)

        // Every name of an object leads to where it is explained.
        const links = await page
          .locator('main a[href^="#"]')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.slice(1) ?? ''))
        const missing = await page.evaluate(
          (ids) => [...new Set(ids)].filter((id) => !document.getElementById(id)),
          links,
        )
        expect(missing).toEqual([])

        const operation = page.locator('section[aria-labelledby="findProject"]')
        await operation.locator('summary').click()
        const shown = (await operation.locator('.api-answer').textContent()) ?? ''
        const address = (await operation.locator('details a').getAttribute('href')) ?? ''
        expect(address).toMatch(new RegExp(`^/api/v1/projects/6-[\\d.]+\\?lang=${lang}$`))
        const answer = await page.request.get(address)
        expect(answer.headers()['content-type']).toBe('application/json')
        expect(await answer.json()).toEqual(JSON.parse(shown))
      })
    }
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing with the examples open, and nothing is cut off at 360 px, ${colorScheme}`, async ({
    page,
  }) => {
    // Every example open is a long page.
    test.setTimeout(600_000)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 740 })
    for (const { prefix } of wholeOrByTurns(
      colorScheme === 'light',
      'developers in dark',
      editions,
    )) {
      await page.goto(`${prefix}/developers`)
      for (const details of await page.locator('details').all()) {
        await details.evaluate((element) => element.setAttribute('open', ''))
      }
      await expectNoSideways(page)
      await expectAccessible(page)
    }
  })
}

test('a page of another site reads the API, and asks again with what it knows', async ({
  page,
}) => {
  const elsewhere = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(
      '<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,">',
    )
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const { port } = elsewhere.address() as AddressInfo
  const register = process.env.BASE_ADDRESS ?? ''
  try {
    await page.goto(`http://127.0.0.1:${port}/`)
    const read = await page.evaluate(async (address) => {
      const first = await fetch(address, { cache: 'no-store' })
      const tag = first.headers.get('etag') ?? ''
      // Its own header makes the browser ask first whether it may.
      const again = await fetch(address, { cache: 'no-store', headers: { 'If-None-Match': tag } })
      const { data } = await first.json()
      return { status: first.status, tag, again: again.status, reference: data[0].reference }
    }, `${register}/api/v1/projects?limit=1&lang=en`)
    expect(read).toEqual({
      status: 200,
      tag: expect.stringMatching(/^W\/"/),
      again: 304,
      reference: '6-1.1',
    })
  } finally {
    elsewhere.close()
  }
})

test('a program is answered by problems, whatever it sends and wherever', async ({ request }) => {
  const answered = async (path: string, init: Parameters<typeof request.fetch>[1] = {}) => {
    const response = await request.fetch(path, { maxRedirects: 0, ...init })
    return {
      status: response.status(),
      type: response.headers()['content-type'],
      open: response.headers()['access-control-allow-origin'],
      allow: response.headers().allow,
      text: await response.text(),
    }
  }
  for (const [path, status] of [
    ['/api', 404],
    ['/api/v1', 404],
    ['/api/v2/projects', 404],
    ['/api/v1/projects/6-99.9', 404],
    ['/api/v1/projects/%E0%A4%A', 400],
    ['/api/v1/projects?colour=red', 400],
    ['/api/v1/projects?q=%E0%A4%A', 200],
    ['/api/v1/projects?q=%00', 200],
  ] as const) {
    const { text, ...answer } = await answered(path)
    expect([path, answer]).toEqual([
      path,
      {
        status,
        type: status === 200 ? 'application/json' : 'application/problem+json',
        open: '*',
        allow: undefined,
      },
    ])
    if (status !== 200) expect(JSON.parse(text).status).toBe(status)
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
    const { text, ...answer } = await answered('/api/v1/projects', { method })
    expect(answer).toEqual({
      status: 405,
      type: 'application/problem+json',
      open: '*',
      allow: 'GET, HEAD, OPTIONS',
    })
    expect(JSON.parse(text).title).toBe('Method not allowed')
  }
  const long = await answered('/api/v1/projects', { method: 'POST', data: 'a'.repeat(70_000) })
  expect([long.status, long.type]).toEqual([413, 'application/problem+json'])
  const head = await answered('/api/v1/projects?limit=1', { method: 'HEAD' })
  expect([head.status, head.text]).toEqual([200, ''])
})
