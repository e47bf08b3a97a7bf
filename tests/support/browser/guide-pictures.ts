import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page, type TestInfo } from '@playwright/test'
import { type Pixels, readPng, writePng } from './guide-png'

export const guide = path.resolve('docs/officer-guide')

/** What the guide shows, in its order. */
export const pictures = [
  'desk',
  'statement',
  'review',
  'confirmation',
  'itemise',
  'texts',
  'spreadsheet',
  'report',
  'account',
] as const
export type Picture = (typeof pictures)[number]

/** How wide the pictures are: wide enough for the desk's columns, and legible in the guide. */
export const width = 1024

/** Whether the guide's pictures are taken anew. */
export const isWriting = process.env.GUIDE === 'write'

/** Where the guide has its picture. */
export function inGuide(edition: string, picture: Picture): string {
  return path.join(guide, 'images', edition, `${picture}.png`)
}

/**
 * Takes a picture of the page over its whole width, from the top of one thing to the bottom of another.
 * `npm run guide` puts it into the guide; any other run only holds its width against the guide's, since
 * letters are drawn otherwise on another machine, and days go by.
 */
export async function take(
  page: Page,
  info: TestInfo,
  { edition, picture, from, to }: { edition: string; picture: Picture; from: string; to: string },
): Promise<void> {
  // What sticks to the window's edge stands where it belongs once the page has come to its end.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await page.mouse.move(0, 0)
  const [first, last] = [
    await page.locator(from).first().boundingBox(),
    await page.locator(to).first().boundingBox(),
  ]
  if (!first || !last) throw new Error(`What the picture ${picture} shows is not on the page.`)
  const scrolled = await page.evaluate(() => window.scrollY)
  const top = Math.max(0, Math.floor(first.y + scrolled - margin))
  const bottom = Math.ceil(last.y + scrolled + last.height + margin)
  const file = info.outputPath(`${picture}.png`)
  await page.screenshot({
    path: file,
    fullPage: true,
    animations: 'disabled',
    clip: { x: 0, y: top, width, height: bottom - top },
  })
  const taken = readPng(file)
  if (isWriting) {
    const kept = inGuide(edition, picture)
    mkdirSync(path.dirname(kept), { recursive: true })
    writeFileSync(kept, writePng(taken))
  }
  expect(isBlank(taken), `the picture ${picture} is blank`).toBe(false)
  expect(taken.width).toBe(readPng(inGuide(edition, picture)).width)
}

/** Less than the least distance between two things on the desk, so that no half of another one is seen. */
const margin = 8

/** Whether hardly a row of it differs from the others: nothing is written there. */
export function isBlank({ width, height, points }: Pixels): boolean {
  const line = points.length / height
  const rows = new Set<string>()
  for (let row = 0; row < height; row += 1) {
    rows.add(points.subarray(row * line, (row + 1) * line).toString('latin1'))
  }
  return width === 0 || rows.size < 20
}
