import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { expectAccessible, expectNoSideways } from '../support/browser/looks'
import { expect, test } from '../support/browser/page'
import { signInAs } from '../support/browser/sign-in'
import { wholeOrByTurns } from '../support/server/sample'

const editions = [
  {
    prefix: '/tc',
    lang: 'zh-Hant-HK',
    title: '滬港合作進展報告',
    reckoning: /公布\s*65\s*項.*34\s*項.*31\s*項/s,
    download: '下載 Word 檔案',
    file: /^滬港合作進展報告-6-\d{4}-\d\d-\d\d\.docx$/,
  },
  {
    prefix: '/sc',
    lang: 'zh-Hans-CN',
    title: '沪港合作进展报告',
    reckoning: /公布\s*65\s*项.*34\s*项.*31\s*项/s,
    download: '下载 Word 文件',
    file: /^沪港合作进展报告-6-\d{4}-\d\d-\d\d\.docx$/,
  },
  {
    prefix: '/en',
    lang: 'en-HK',
    title: 'Progress report on Hong Kong/Shanghai co-operation',
    reckoning: /65 announced.*34 with details published.*a difference of 31/s,
    download: 'Download Word',
    file: /^hong-kong-shanghai-progress-report-6-\d{4}-\d\d-\d\d\.docx$/,
  },
] as const

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const { prefix, lang, title, reckoning, download, file } of wholeOrByTurns(
      javaScriptEnabled,
      'report',
      editions,
    )) {
      test(`the report is read and taken along in the language of ${prefix}`, async ({ page }) => {
        await signInAs(page, 'reviewer')
        await page.goto(`${prefix}/desk/report?conference=6`)
        const report = page.locator('article.report')
        await expect(report).toHaveAttribute('lang', lang)
        await expect(report.locator('h1')).toHaveText(title)
        await expect(report).toContainText(reckoning)
        await expect(report.locator('tbody th', { hasText: /^6-4\.2$/ })).toHaveCount(1)
        const downloading = page.waitForEvent('download')
        await page.getByRole('link', { name: download }).click()
        const taken = await downloading
        expect(taken.suggestedFilename()).toMatch(file)
        const { value } = await mammoth.extractRawText({
          buffer: readFileSync(await taken.path()),
        })
        expect(value).toContain(title)
        expect(value).toMatch(reckoning)
      })
    }

    test('what it covers is chosen by a form, and the address says it', async ({ page }) => {
      await signInAs(page, 'reviewer')
      await page.goto('/en/desk/report')
      await page.getByLabel('Scope').selectOption('field 6-4')
      await page.getByLabel('List changes since').fill('2026-01-01')
      await page.getByLabel('Language of the report').selectOption('zh-Hant')
      await page.getByRole('button', { name: 'Show the report' }).click()
      await expect(page).toHaveURL(
        /\/en\/desk\/report\?field=6-4&since=2026-01-01&language=zh-Hant$/,
      )
      await expect(page.locator('html')).toHaveAttribute('lang', 'en-HK')
      const report = page.locator('article.report')
      await expect(report).toHaveAttribute('lang', 'zh-Hant-HK')
      await expect(report).toContainText('2026年1月1日起的修訂')
      await expect(report.locator('tbody th', { hasText: /^6-/ })).toHaveText([
        '6-4.1',
        '6-4.2',
        '6-4.3',
      ])
      await expect(page.getByLabel('Scope')).toHaveValue('field 6-4')
      await page.locator('a[hreflang="zh-Hans-CN"]').click()
      await expect(page).toHaveURL(
        /\/sc\/desk\/report\?field=6-4&since=2026-01-01&language=zh-Hant$/,
      )
      await expect(report).toHaveAttribute('lang', 'zh-Hant-HK')
    })

    test('a note leads to its source, and back', async ({ page }) => {
      await signInAs(page, 'reviewer')
      await page.goto('/en/desk/report?field=6-4')
      await page.getByRole('link', { name: 'Note 1', exact: true }).first().click()
      await expect(page).toHaveURL(/#note-1$/)
      await expect(page.locator('#note-1')).toContainText('Ta Kung Pao')
      await page.locator('#note-1 .report-back').click()
      await expect(page).toHaveURL(/#call-1$/)
    })

    test('only where JavaScript runs is there a button that prints', async ({ page }) => {
      await signInAs(page, 'reviewer')
      await page.goto('/en/desk/report')
      await expect(page.getByRole('button', { name: 'Print' })).toHaveCount(
        javaScriptEnabled ? 1 : 0,
      )
    })
  })
}

test('on paper stands the report alone, its header rows on every page', async ({
  page,
}, testInfo) => {
  await signInAs(page, 'reviewer')
  await page.goto('/tc/desk/report')
  await page.emulateMedia({ media: 'print' })
  for (const left of ['.desk-bar', '.report-tools', '.report-back']) {
    await expect(page.locator(left).first()).toBeHidden()
  }
  await expect(page.locator('article.report h1')).toBeVisible()
  const layout = await page.evaluate(() => {
    const styleOf = (selector: string) => {
      const element = document.querySelector(selector)
      if (!element) throw new Error(`There is no ${selector}.`)
      return getComputedStyle(element)
    }
    return {
      header: styleOf('.report thead').display,
      row: styleOf('.report tbody tr').breakInside,
      heading: styleOf('.report h3').breakAfter,
      page: styleOf('.report').getPropertyValue('page'),
    }
  })
  expect(layout).toEqual({
    header: 'table-header-group',
    row: 'avoid',
    heading: 'avoid',
    page: 'report',
  })
  await page.screenshot({ path: testInfo.outputPath('print.png'), fullPage: true })
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  // A4 in points, and more than one page of it.
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
  expect(pdf.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(2)
})

test('axe finds nothing on a report, in any language, light or dark', async ({ page }) => {
  test.setTimeout(400_000)
  await signInAs(page, 'reviewer')
  for (const [colorScheme, path] of [
    ['light', '/tc/desk/report'],
    ['light', '/sc/desk/report?field=6-4&entered=1'],
    ['dark', '/en/desk/report?field=6-6&language=zh-Hant'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(path)
    await expectAccessible(page)
  }
})

test('a narrow screen scrolls a wide table alone', async ({ page }) => {
  await signInAs(page, 'reviewer')
  await page.setViewportSize({ width: 360, height: 740 })
  for (const prefix of ['/tc', '/sc', '/en']) {
    await page.goto(`${prefix}/desk/report`)
    await expectNoSideways(page)
  }
})

test('a stranger is led to sign in, by the page and by the file; of an unknown field there is neither', async ({
  page,
}) => {
  for (const path of ['/en/desk/report', '/en/desk/report/file?field=6-4']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/en\/desk\/sign-in/)
  }
  await signInAs(page, 'reviewer')
  const answer = await page.goto('/en/desk/report?field=6-99')
  expect(answer?.status()).toBe(404)
  const file = await page.request.get('/en/desk/report/file?field=6-99')
  expect(file.status()).toBe(404)
  const good = await page.request.get('/en/desk/report/file?field=6-4&language=zh-Hans&since=never')
  expect(good.status()).toBe(200)
  expect(good.headers()['cache-control']).toBe('private, no-store')
  expect(good.headers()['content-disposition']).toMatch(
    /^attachment; filename="hong-kong-shanghai-progress-report-6-4-[\d-]+\.docx"; filename\*=UTF-8''%E6%B2%AA/,
  )
})
