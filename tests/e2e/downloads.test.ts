import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { hongKongDay } from '@/i18n/formats'
import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import { wholeOrByTurns } from '../support/server/sample'

const editions = [
  {
    prefix: '/tc',
    title: '資料下載',
    list: '下載此列表',
    item: '下載此條目',
    dictionary: '數據字典',
  },
  {
    prefix: '/sc',
    title: '数据下载',
    list: '下载此列表',
    item: '下载此条目',
    dictionary: '数据字典',
  },
  {
    prefix: '/en',
    title: 'Download the data',
    list: 'Download this list',
    item: 'Download this item',
    dictionary: 'Data dictionary',
  },
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const { prefix, title, list, item, dictionary } of wholeOrByTurns(
      javaScriptEnabled,
      'downloads',
      editions,
    )) {
      test(`what a page shows is taken away from it, ${prefix}`, async ({ page }) => {
        test.setTimeout(120_000)
        await page.goto(`${prefix}/projects?state=in_progress&field=6-4`)
        const line = page.locator('.download-line')
        await expect(line).toContainText(list)
        const shown = await page.locator('main ul.rows > li').count()
        const csv = await saved(page, 'CSV')
        expect(csv.name).toMatch(/^hksh-projects-finance-in-progress-\d{4}-\d\d-\d\d\.csv$/)
        const rows = parse(csv.content, { bom: true, columns: true }) as Record<string, string>[]
        expect(rows).toHaveLength(shown)
        for (const row of rows) expect(row).toMatchObject({ state: 'in_progress', field: '6-4' })

        await page.goto(`${prefix}/documents/6-d01`)
        await expect(line).toContainText(item)
        const xlsx = await saved(page, 'XLSX')
        const workbook = new ExcelJS.Workbook()
        await workbook.xlsx.load(xlsx.content as never)
        expect(workbook.worksheets[0]?.getCell('A2').value).toBe('6-d01')
        expect(workbook.worksheets[0]?.actualRowCount).toBe(2)

        await page.goto(`${prefix}/projects/6-4.2/history`)
        const json = JSON.parse((await saved(page, 'JSON')).content.toString())
        expect(json.rows.every((row: { subject: string }) => row.subject === '6-4.2')).toBe(true)
      })

      test(`the page of the data leads to every file, the archive and the dictionary, ${prefix}`, async ({
        page,
      }) => {
        test.setTimeout(120_000)
        await page.goto(prefix)
        await page.locator(`footer a[href="${prefix}/data"]`).click()
        await page.waitForURL(`**${prefix}/data`)
        await expect(page.locator('h1')).toHaveText(title)
        const hrefs = await page
          .locator('.file-list a')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
        expect(hrefs).toHaveLength(27)
        if (prefix === '/en') {
          for (const href of hrefs) {
            expect((await page.request.get(href)).status(), href).toBe(200)
          }
        }
        const link = page.locator('main a[href="/data/register.zip"]')
        // The archive is made when the server has signed the log.
        await expect
          .poll(
            async () => {
              await page.reload()
              return link.isVisible()
            },
            { timeout: 90_000 },
          )
          .toBe(true)
        const told = await page.locator('dd.hash').textContent()
        const archive = await (await page.request.get('/data/register.zip')).body()
        expect(createHash('sha256').update(archive).digest('hex')).toBe(told)

        await page.locator(`main a[href="${prefix}/data/dictionary"]`).click()
        await expect(page.locator('h1')).toHaveText(dictionary)
        await expect(page.locator('main table')).toHaveCount(9)
        await expect(page.locator('main')).toContainText('title_zh_hant_origin')
      })
    }
  })
}

/** What the link of a form, in the line under a page, gives. */
async function saved(page: import('@playwright/test').Page, form: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.download-line').getByText(form, { exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) }
}

test('the links keep the moment that the page shows, and no other', async ({ page }) => {
  const today = hongKongDay(new Date())
  await page.goto(`/en/projects?field=6-4&at=${today}`)
  const hrefs = await page
    .locator('.download-line a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(hrefs).toEqual(
    ['xlsx', 'csv', 'json'].map(
      (form) => `/data/projects.${form}?field=6-4&at=${today}${form === 'xlsx' ? '&lang=en' : ''}`,
    ),
  )
  await page.goto(`/en/data?at=${today}`)
  await expect(page.locator('.file-list a').first()).toHaveAttribute(
    'href',
    `/data/projects.xlsx?itemised=all&at=${today}&lang=en`,
  )
  for (const [at, said] of [
    ['%22%3E%3Cb%3E', 'is not a date'],
    ['2026-11-31', 'is not a date'],
    ['2999-01-01', 'is in the future'],
  ]) {
    await page.goto(`/en/projects?at=${at}`)
    await expect(page.locator('.past-band')).toContainText(said ?? '')
    await expect(page.locator('.past-band')).toContainText('the register as it is today')
    await expect(page.locator('.download-line a').first()).toHaveAttribute(
      'href',
      '/data/projects.xlsx?lang=en',
    )
  }
  await page.goto('/en/projects?at=2024-12-31')
  await expect(page.locator('.past-band')).toBeVisible()
  await expect(page.locator('.download-line')).toHaveCount(0)
})

test('every list and every item has its line', async ({ page }) => {
  test.setTimeout(120_000)
  for (const [path, file] of [
    ['/projects', 'projects'],
    ['/documents', 'documents'],
    ['/organisations', 'organisations'],
    ['/conferences', 'conferences'],
    ['/glossary', 'glossary'],
    ['/changes', 'revisions'],
    ['/projects/6-u07', 'projects'],
    ['/documents/6-m01', 'documents'],
    ['/documents/6-d01/history', 'revisions'],
    ['/conferences/6', 'conferences'],
    ['/fields/6-4', 'fields'],
    ['/organisations/doj-hk', 'organisations'],
    ['/sources', 'sources'],
    ['/sources/tkp-2024-04-27', 'sources'],
  ]) {
    await page.goto(`/tc${path}`)
    const href = await page.locator('.download-line a').first().getAttribute('href')
    expect(href, path).toContain(`/data/${file}.xlsx`)
    expect((await page.request.get(href ?? '')).status(), path).toBe(200)
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pages of the data, and nothing runs off a telephone, ${colorScheme}`, async ({
    page,
  }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 360, height: 800 })
    for (const { prefix } of wholeOrByTurns(
      colorScheme === 'light',
      'downloads in dark',
      editions,
    )) {
      for (const path of ['/data', '/data/dictionary', '/projects?field=6-4']) {
        await page.goto(`${prefix}${path}`)
        await expectAccessible(page)
        await expectNoSideways(page)
      }
    }
  })
}
