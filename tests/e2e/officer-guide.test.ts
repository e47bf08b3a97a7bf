import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { cityName } from '@/features/register/cities/model'
import type { Language } from '@/i18n/language'
import { editions } from '../support/browser/guide-editions'
import {
  guide,
  inGuide,
  isBlank,
  isWriting,
  type Picture,
  pictures,
  take,
  width,
} from '../support/browser/guide-pictures'
import { readPng } from '../support/browser/guide-png'
import {
  decide,
  fillStatement,
  itemise,
  rename,
  showAccount,
  signIn,
  submit,
  type,
  upload,
} from '../support/browser/guide-steps'
import { expect, test } from '../support/browser/own-register'
import { confirm, openCitation } from '../support/browser/round-steps'
import { cities } from '../support/register/cities'
import { wholeOrByTurns } from '../support/server/sample'

test.use({ register: 'officer-guide', viewport: { width, height: 900 }, actionTimeout: 15_000 })

// Rounds of several officers, on a machine that may be slow.
test.describe.configure({ timeout: 400_000 })

for (const edition of wholeOrByTurns(isWriting, 'officer-guide', editions)) {
  const { prefix, author, reviewer } = edition
  test.describe(prefix, () => {
    test.use({ locale: edition.locale })

    test('what the guide tells is done as it tells it, and pictured', async ({ page }, info) => {
      const picture = (name: Picture, from: string, to: string) =>
        take(page, info, { edition: prefix.slice(1), picture: name, from, to })
      const open = (path: string) => page.goto(`${prefix}/desk${path}`)
      await signIn(page, author.person, prefix)
      await signIn(page, reviewer.person, prefix)
      await rename(page, edition)

      // Published first, so that there is something to differ from.
      await signIn(page, author.person, prefix)
      await open(`/items/${edition.item}`)
      await fillStatement(page, edition)
      const first = await submit(page, 'as')
      await signIn(page, reviewer.person, prefix)
      await open(`/submissions/${first}`)
      await decide(page, 'publish')

      await signIn(page, author.person, prefix)
      await open(`/items/${edition.returned}`)
      await fillStatement(page, edition, { isHeld: true })
      const second = await submit(page, 'as')
      await open(`/items/${edition.draft}`)
      await type(page, edition.half)
      await page.locator('main button[name="intent"][value="draft"]').click()
      await page.waitForURL(/saved=draft/)
      await open(`/items/${edition.item}`)
      await page.locator('[name="asOf"]').fill('2025-11-18')
      await page.locator('[name="assertedBy"]').selectOption('press')
      await type(page, edition.second)
      await openCitation(page)
      await page.locator('[name="citations.0.quote"]').fill(edition.quotes[1])
      await expect(page.locator('.desk-autosave')).toContainText(/\d\d:\d\d/)
      await page.locator('h1').click()
      await picture('statement', '.desk-form', '.desk-sticky')
      await page.locator('.desk-actions button[value="preview"]').click()
      await expect(page.locator('#preview')).toBeVisible()
      const third = await submit(page, 'as')

      await signIn(page, reviewer.person, prefix)
      await open(`/submissions/${second}`)
      await page.locator('[name="returnReason"]').fill(edition.why)
      await decide(page, 'return')
      await open(`/submissions/${third}`)
      await expect(page.locator('.comparison ins').first()).toBeVisible()
      await picture('review', 'h1', 'section[aria-labelledby="decision"] form')

      await signIn(page, author.person, prefix)
      await open('')
      await picture('desk', '.desk-bar', '#waiting')
      await page.locator('#drafts a[href*="/desk/draft?"]').click()
      await page.locator('main form button').click()
      await expect(page.locator('#drafts li')).toHaveCount(0)
      await page.locator('#returned a[href*="again="]').click()
      await expect(page.locator('[name="citations.0.quote"]')).toHaveValue(edition.quotes[0])
      const fourth = await submit(page, 'as')

      await signIn(page, reviewer.person, prefix)
      for (const id of [third, fourth]) {
        await open(`/submissions/${id}`)
        await decide(page, 'publish')
      }
      await open(`/items/${edition.item}`)
      const panel = 'section[aria-labelledby="confirmation"]'
      await picture('confirmation', 'h1', panel)
      await confirm(page)
      await page.goto(`${prefix}/projects/${edition.item}`)
      await expect(page.locator('.confirmations')).toContainText(edition.sideMark)

      await signIn(page, author.person, prefix)
      await itemise(page, edition)
      await expect(page.locator('.desk-autosave')).toContainText(/\d\d:\d\d/)
      await picture('itemise', 'h1', '.editor-section:has([name="texts.title.en.body"])')
      await page.locator('.desk-actions button[value="preview"]').click()
      await expect(page.locator('#preview')).toContainText(edition.itemised.text)
      const fifth = await submit(page, 'saved')
      await open(`/texts/project/${edition.texts}`)
      await page.locator('main input[name^="checked."]').first().check()
      await picture('texts', '.eyebrow', '.text-accept')

      await upload(page, edition)
      await expect(page.locator('.exchange-refused')).toBeVisible()
      await page.locator('[name="leaveOut"]').check()
      await picture('spreadsheet', 'h1', 'form:has(button[value="apply"])')
      await page.locator('main button[value="discard"]').click()
      await expect(page.locator('button[value="apply"]')).toHaveCount(0)

      await open(`/report?field=${edition.field}`)
      await picture('report', 'main', '.report table')
      await showAccount(page, prefix)
      await picture('account', 'h1', 'h2:nth-of-type(2) ~ :has(+ h2)')

      await signIn(page, reviewer.person, prefix)
      await open(`/submissions/${fifth}`)
      await decide(page, 'publish')
      await page.goto(`${prefix}/projects/${edition.slot}`)
      await expect(page.locator('main')).toContainText(edition.itemised.text)
    })
  })
}

for (const { prefix, language } of editions) {
  const edition = prefix.slice(1)

  test(`the guide ${edition} shows the pictures that are taken, each with its description`, () => {
    const shown = [...guideText(edition).matchAll(/!\[([^\]]*)\]\(([^)]*)\)/g)]
    expect(shown.map(([, , file]) => file)).toEqual(
      pictures.map((picture) => `images/${edition}/${picture}.png`),
    )
    for (const [, description] of shown) expect(description?.length).toBeGreaterThan(15)
    for (const picture of pictures) expect(isBlank(readPng(inGuide(edition, picture)))).toBe(false)
    expect(readdirSync(path.join(guide, 'images', edition)).sort()).toEqual(
      pictures.map((picture) => `${picture}.png`).sort(),
    )
  })

  test(`the guide ${edition} calls things as its pages and the glossary do`, () => {
    const text = guideText(edition).replace(/!\[[^\]]*\]\([^)]*\)|`[^`]*`/g, '')
    // Bold is kept for what stands on a page; so are quotation marks.
    const labels = [...text.matchAll(/\*\*([^*]+)\*\*|[“「]([^”」]+)[”」]/g)].map(
      ([, bold, quoted]) => bold ?? quoted ?? '',
    )
    expect(labels.length).toBeGreaterThan(30)
    const known = wordsOfPages(language)
    expect(labels.filter((label) => !known.has(label))).toEqual([])

    const column = { en: 1, 'zh-Hant': 2, 'zh-Hans': 3 }[language]
    const terms = readFileSync('docs/glossary.md', 'utf8')
      .split('\n')
      .map((line) =>
        line
          .split('|')
          [column]?.replace(/\(.*\)/, '')
          .trim(),
      )
    const explained = (text.split(/^\|[ -]+\|[ -]+\|$/m)[1] ?? '')
      .split('\n\n')[0]
      ?.trim()
      .split('\n')
      .map((line) => line.split('|')[1]?.trim())
    expect(explained).toHaveLength(4)
    for (const word of explained ?? []) expect(terms).toContain(word)
  })
}

test('the pictures of the guide are light enough to keep', () => {
  const sizes = editions.flatMap(({ prefix }) =>
    pictures.map((picture) => statSync(inGuide(prefix.slice(1), picture)).size),
  )
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000)
})

function guideText(edition: string): string {
  return readFileSync(path.join(guide, `${edition}.md`), 'utf8')
}

/** All that the pages say in a language, as their messages have it. */
function wordsOfPages(language: Language): Set<string> {
  const folder = path.join('messages', language)
  const words = new Set<string>()
  const collect = (message: unknown): void => {
    if (typeof message === 'string') {
      words.add(message)
      // As pages fill in a side.
      for (const city of cities) {
        words.add(message.replace('{city}', cityName(city, language)))
        words.add(message.replace('{city}', city.shortName[language]))
      }
    } else for (const one of Object.values(message as object)) collect(one)
  }
  for (const file of readdirSync(folder)) {
    collect(JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
  }
  return words
}
