import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/own-register'
import { decide, fillStatement, openReview, submit } from '../support/browser/round-steps'
import { signInAs } from '../support/browser/sign-in'
import { wholeOrByTurns } from '../support/server/sample'

test.use({ register: 'as-at' })
test.describe.configure({ timeout: 300_000 })

/** The moment when the register had been filled, and nothing changed yet. */
async function whenFilled(page: Page): Promise<string> {
  const log = await (await page.request.get('/log.jsonl')).text()
  const entries = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return entries.filter(({ actor }) => actor.role === 'register').at(-1).recordedAt
}

const prefixes = ['/tc', '/sc', '/en'] as const
const words = {
  '/tc': { title: '截至', back: '返回今天', none: '當時沒有任何紀錄', gone: '截至當時' },
  '/sc': { title: '截至', back: '返回今天', none: '当时没有任何记录', gone: '截至当时' },
  '/en': {
    title: 'As published by',
    back: 'Back to today',
    none: 'had no entries yet',
    gone: 'At that time',
  },
} as const

/** Whether an address has these parameters; those that are null it has not. */
const leadsTo = (parameters: Record<string, string | null>) => (url: URL) =>
  Object.entries(parameters).every(([name, value]) => url.searchParams.get(name) === value)

const band = (page: Page) => page.locator('.past-band')

test('a statement is published, and the past stays as it was', async ({ page, browser }) => {
  await signInAs(page, 'editor')
  await page.goto('/en/desk/items/6-8.1')
  const note = { en: 'A vault for everyone' }
  await fillStatement(page, { state: 'completed', asOf: '2025-06-26', note, quote: 'gold' })
  await submit(page)
  const reviewer = await (await browser.newContext()).newPage()
  await signInAs(reviewer, 'reviewer')
  await openReview(reviewer, '6-8.1')
  const before = new Date().toISOString()
  await decide(reviewer, 'publish')
  await expect(reviewer).toHaveURL(/[?&]done=/)
  await reviewer.context().close()

  await page.goto('/en/projects/6-8.1')
  await expect(page.locator('main')).toContainText('A vault for everyone')
  await expect(band(page)).toHaveCount(0)
  await page.goto(`/en/projects/6-8.1?at=${before}`)
  await expect(band(page)).toContainText('As published by')
  await expect(page.locator('main')).not.toContainText('A vault for everyone')
  await page.goto(`/en/projects?state=completed&at=${before}`)
  await expect(page.locator('main')).not.toContainText('6-8.1')
  await page.goto('/en/projects?state=completed')
  await expect(page.locator('main .rows')).toContainText('6-8.1')
  await page.goto(`/en/search?q=${encodeURIComponent('"vault for everyone"')}&at=${before}`)
  await expect(page.locator('main')).toContainText('Nothing')
  await page.goto(`/en/changes?at=${before}`)
  await expect(page.locator('main')).not.toContainText('A vault for everyone')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const prefix of wholeOrByTurns(javaScriptEnabled, 'as-at', prefixes)) {
      test(`links, filters and searches of ${prefix} stay in the past that is shown`, async ({
        page,
      }) => {
        const filled = await whenFilled(page)
        await page.goto(`${prefix}?at=${encodeURIComponent(filled)}`)
        await expect(band(page)).toContainText(words[prefix].title)
        for (const link of await page.locator('.masthead a, main a').all()) {
          const href = (await link.getAttribute('href')) ?? ''
          if (!href.startsWith('/') || /\/(about|desk|verify)|\/revisions\//.test(href)) continue
          expect(new URL(href, 'http://here').searchParams.get('at'), href).toBe(filled)
        }
        await page.locator('.sections a[href*="/projects"]').click()
        await page.locator('select[name="state"]').selectOption('in_progress')
        await page.locator('.filter button[type="submit"]').click()
        await page.waitForURL(leadsTo({ state: 'in_progress', at: filled }))
        await expect(band(page)).toBeVisible()
        await page.locator('.site-search input[name="q"]').fill('滬港')
        await page.locator('.site-search button').click()
        await page.waitForURL(leadsTo({ q: '滬港', at: filled }))
        await expect(page.locator('main')).toContainText('滬港')
        await band(page).getByRole('link', { name: words[prefix].back }).click()
        await page.waitForURL(leadsTo({ q: '滬港', at: null }))
        await expect(band(page)).toHaveCount(0)
      })

      test(`a day before the register began is said to be one, in ${prefix}`, async ({ page }) => {
        await page.goto(`${prefix}/projects?field=6-4`)
        const [first, last] = [
          await page.locator('#choose-at').getAttribute('min'),
          await page.locator('#choose-at').getAttribute('max'),
        ]
        expect(first && last && first <= last && first > '2024-12-31').toBe(true)
        await page.goto(`${prefix}/projects?field=6-4&at=2024-12-31`)
        await expect(band(page)).toContainText(words[prefix].none)
        const answer = await page.goto(`${prefix}/projects/6-4.2?at=2024-12-31`)
        expect(answer?.status()).toBe(404)
        await expect(page.locator('main')).toContainText(words[prefix].gone)
        await expect(band(page).getByRole('link', { name: words[prefix].back })).toHaveAttribute(
          'href',
          `${prefix}/projects/6-4.2`,
        )
      })
    }
  })
}

test('what is not a day, or has not passed, is named above the present', async ({ page }) => {
  const asked = {
    yesterday: 'not a date',
    '2024-02-30': 'not a date',
    '2999-01-01': 'in the future',
    '<script>': 'not a date',
  }
  for (const [at, why] of Object.entries(asked)) {
    await page.goto(`/en/projects?at=${encodeURIComponent(at)}`)
    await expect(band(page)).toContainText(`“${at}”`)
    await expect(band(page)).toContainText(why)
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
    await expect(page.locator('main .rows')).toBeVisible()
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('how things stood on a day is told apart from what had been published by it', async ({
    page,
  }) => {
    await page.goto('/en/projects/6-4.2?on=2025-06-17')
    await expect(band(page)).toContainText('How things were on 17 June 2025')
    await expect(page.locator('main')).toContainText('No status known for that day')
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
      'href',
      /\/en\/projects\/6-4\.2$/,
    )
    await band(page).locator('#choose-on').fill('2025-06-18')
    await band(page).getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(leadsTo({ on: '2025-06-18', at: null }))
    await expect(page.locator('.statement')).toContainText('In progress')
    await page.locator('.masthead .sections a[href*="/projects"]').click()
    await expect(band(page)).toContainText('How things were on 18 June 2025')
    await expect(page.locator('main')).toContainText(
      'are placeholder entries: details not published',
    )
    await page.goto('/en/projects/6-4.2?on=2024-01-01')
    await expect(page.locator('main')).toContainText('had not been announced on 1 January 2024')
    await page.goto('/en/projects?on=2025-01-01&at=2025-01-01')
    await expect(band(page)).toContainText('two questions at once')
    await expect(page.locator('main .rows')).toBeVisible()
  })

  test('two revisions are chosen, compared and swapped', async ({ page }) => {
    await page.goto('/en/projects/6-4.2/history')
    await page.locator('select[name="from"]').selectOption('1')
    await page.getByRole('button', { name: 'Compare' }).click()
    await page.waitForURL(leadsTo({ from: '1' }))
    await expect(page.locator('tbody tr').filter({ hasText: 'In progress' }).first()).toBeVisible()
    const [from, to] = ['from', 'to'].map((name) => new URL(page.url()).searchParams.get(name))
    await page.getByRole('link', { name: 'Swap the two' }).click()
    await page.waitForURL(leadsTo({ from: to ?? null, to: from ?? null }))
    await expect(page.locator('main')).toContainText('the later of the two')
    await page.goto('/en/projects/6-4.2/compare?from=soon&to=1')
    await expect(page.locator('main .notice')).toContainText('“soon” is neither')
    await expect(page.locator('select[name="from"]')).toHaveValue('soon')
  })
})

test('the past is not for search engines', async ({ page }) => {
  await page.goto(`/en/projects/6-4.2?at=${encodeURIComponent(await whenFilled(page))}`)
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a page that shows the past is accessible and fits a narrow screen, ${colorScheme}`, async ({
    page,
  }) => {
    const at = encodeURIComponent(await whenFilled(page))
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 740 })
    for (const prefix of wholeOrByTurns(colorScheme === 'light', 'as-at in dark', prefixes)) {
      for (const path of ['/projects/6-8.1', '/projects', '']) {
        await page.goto(`${prefix}${path}?at=${at}`)
        await expectAccessible(page)
        await expectNoSideways(page)
      }
    }
  })
}
