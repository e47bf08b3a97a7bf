import { expect, type Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { type ColumnKey, columnKeys } from '@/features/desk/spreadsheets/model/columns'

// What officers do with spreadsheets.

/** Downloads items as an officer would, by the browser's session. */
export async function downloaded(
  page: Page,
  prefix: string,
  asked: Record<string, string>,
): Promise<ExcelJS.Workbook> {
  const answer = await page.request.get(
    `${prefix}/desk/exchange/download?${new URLSearchParams({ ...asked, format: 'xlsx' })}`,
  )
  expect(answer.status()).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await answer.body()) as never)
  return workbook
}

/** Puts a value into a cell of an item's row. */
export function type(
  workbook: ExcelJS.Workbook,
  reference: string,
  column: ColumnKey,
  value: string,
) {
  let found = false
  workbook.worksheets[0]?.eachRow((row) => {
    if (String(row.getCell(1).value) !== reference) return
    row.getCell(columnKeys.indexOf(column) + 1).value = value
    found = true
  })
  expect(found, `a row for ${reference}`).toBe(true)
}

/** Uploads a workbook by the form, and waits for what the dry run says. */
export async function upload(
  page: Page,
  prefix: string,
  workbook: ExcelJS.Workbook,
  name = 'items.xlsx',
): Promise<void> {
  await page.goto(`${prefix}/desk/exchange`)
  await page.locator('input[type="file"]').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  })
  await page.locator('main form[enctype="multipart/form-data"] button').click()
  await page.waitForURL(/\/desk\/imports\//)
  await checked(page)
}

/**
 * Submits what the dry run found, and waits until it is worked off. The answer to the form is awaited first: a
 * page loaded anew before it would take the form back.
 */
export async function submitImport(page: Page): Promise<void> {
  await page.locator('button[value="apply"]').click()
  await page.waitForURL(/done=apply/)
  await checked(page)
}

/**
 * Loads the page until the work on it is over, as a reader without scripts does by its link. The page loads itself
 * anew as well, and may break a reload off: then it is loaded again.
 */
async function checked(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload()
    expect(await page.locator('progress').count()).toBe(0)
  }).toPass({ timeout: 90_000 })
}
