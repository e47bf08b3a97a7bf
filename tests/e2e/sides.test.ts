import { expectAccessible } from '../support/browser/looks'
import { expect, test } from '../support/browser/own-register'
import {
  confirm,
  decide,
  fillStatement,
  officerIn,
  openCitation,
  publish,
  save,
  submit,
  submitted,
} from '../support/browser/round-steps'
import { withAndWithoutScripts } from '../support/browser/scripts'
import { notes, quote, submitVault } from '../support/browser/vault-statement'

test.use({ register: 'sides' })

// Rounds of several officers, on a machine that may be slow.
test.describe.configure({ timeout: 400_000 })

const editions = [
  { prefix: '/tc', note: notes['zh-Hant'], hk: '港 ✓', sh: '滬 ✓', silent: '尚未確認' },
  { prefix: '/sc', note: notes['zh-Hans'], hk: '港 ✓', sh: '沪 ✓', silent: '尚未确认' },
  { prefix: '/en', note: notes.en, hk: 'HK ✓', sh: 'Shanghai ✓', silent: 'not yet' },
]

withAndWithoutScripts(({ javaScriptEnabled, item }) => {
  test('both sides confirm a statement, and readers see who and when', async ({ browser }) => {
    const reference = item('6-1.3', '6-6.2')
    const author = await officerIn(browser, javaScriptEnabled, 'editor', '/tc')
    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer', '/tc')
    const shanghai = await officerIn(browser, javaScriptEnabled, 'shanghaiEditor', '/sc')
    await publish(reviewer, await submitVault(author, '/tc', reference), '/tc')
    for (const { prefix, hk, sh, silent } of editions) {
      await reviewer.goto(`${prefix}/projects/${reference}`)
      const shown = reviewer.locator('.confirmations')
      await expect(shown).toContainText(silent)
      await expect(shown).not.toContainText(hk)
      await expect(shown).not.toContainText(sh)
    }
    // Nobody confirms their own.
    await author.goto(`/tc/desk/items/${reference}`)
    await expect(author.locator('section[aria-labelledby="confirmation"]')).toBeVisible()
    await expect(author.locator('section[aria-labelledby="confirmation"] a')).toHaveCount(0)
    for (const [page, prefix] of [
      [reviewer, '/tc'],
      [shanghai, '/sc'],
    ] as const) {
      await page.goto(`${prefix}/desk/items/${reference}`)
      await expectAccessible(page, javaScriptEnabled)
      await confirm(page)
      await expect(page.locator('#confirmation ~ [role="status"]')).toBeVisible()
    }
    for (const { prefix, hk, sh } of editions) {
      await reviewer.goto(`${prefix}/projects/${reference}`)
      await expect(reviewer.locator('.confirmations')).toContainText(hk)
      await expect(reviewer.locator('.confirmations')).toContainText(sh)
      await expect(reviewer.locator('.confirmations time')).toHaveCount(3)
      await reviewer.goto(`${prefix}/fields/${reference.split('.')[0]}`)
      await expect(reviewer.locator('main')).toContainText(`${hk} ${sh}`)
    }
    await reviewer.goto(`/en/projects/${reference}/history`)
    await expect(reviewer.locator('main')).toContainText('Confirmed by a side')
    await expect(reviewer.locator('main')).not.toContainText('statement_confirmations')
  })

  test('what both sides say waits for the other’s yes, and each side may take its word back', async ({
    browser,
  }) => {
    const reference = item('6-13.1', '6-14.1')
    const author = await officerIn(browser, javaScriptEnabled, 'editor', '/tc')
    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer', '/tc')
    const shanghai = await officerIn(browser, javaScriptEnabled, 'shanghaiEditor', '/sc')
    await author.goto(`/tc/desk/items/${reference}`)
    const says = author.locator('select[name="assertedBy"] option')
    await expect(says.filter({ hasText: '上海方面' })).toHaveCount(0)
    const path = await submitVault(author, '/tc', reference, { assertedBy: 'both_sides' })
    await reviewer.goto(`/tc${path}`)
    await decide(reviewer, 'publish')
    await reviewer.waitForURL(/done=waits/)
    await author.goto(`/tc/desk`)
    await expect(author.locator('#waiting li', { hasText: reference })).toContainText(
      '待另一方同意',
    )
    await reviewer.goto(`/tc/projects/${reference}`)
    await expect(reviewer.locator('main')).not.toContainText(notes['zh-Hant'])

    await shanghai.goto('/sc/desk')
    await shanghai.locator('#toAgree li', { hasText: reference }).locator('a[data-open]').click()
    await expectAccessible(shanghai, javaScriptEnabled)
    await decide(shanghai, 'agree')
    await shanghai.waitForURL(/done=agree/)
    await reviewer.goto(`/tc/projects/${reference}`)
    const shown = reviewer.locator('.confirmations')
    for (const mark of ['港 ✓', '滬 ✓']) await expect(shown).toContainText(mark)

    await shanghai.goto(`/sc/desk/items/${reference}`)
    await shanghai.locator('a[href$="say=withdraw"]').click()
    await expectAccessible(shanghai, javaScriptEnabled)
    await shanghai.locator('main form button[type="submit"]').click()
    await shanghai.waitForURL(/saved=withdrawn/)
    await reviewer.goto(`/tc/projects/${reference}`)
    await expect(shown).not.toContainText('滬 ✓')
    await reviewer.goto(`/tc/projects/${reference}/history`)
    await expect(reviewer.locator('main')).toContainText('一方收回說法')
  })

  test('one word changed keeps every citation and marks the tick, and the author is told before', async ({
    browser,
  }) => {
    const reference = item('6-2.2', '6-5.1')
    const author = await officerIn(browser, javaScriptEnabled, 'editor', '/en')
    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer', '/en')
    const shanghai = await officerIn(browser, javaScriptEnabled, 'shanghaiEditor', '/sc')
    await author.goto(`/en/desk/items/${reference}`)
    await fillStatement(author, { state: 'ongoing', asOf: '2025-06-26', note: notes, quote })
    await author.locator('button[value="add:citations"]').click()
    await author.locator('select[name="citations.1.source.slug"]').selectOption({ index: 2 })
    await author.locator('input[name="citations.1.locator"]').fill('p. 2')
    await author.locator('select[name="assertedBy"]').selectOption('press')
    await submit(author)
    await publish(reviewer, submitted(author))
    await shanghai.goto(`/sc/desk/items/${reference}`)
    await confirm(shanghai)

    await author.goto(`/en/desk/items/${reference}`)
    await expect(author.locator('section[aria-labelledby="effects"]')).toContainText('Shanghai')
    await expect(author.locator('input[name="asOf"]')).toHaveValue('2025-06-26')
    await expect(author.locator('.desk-citation')).toHaveCount(2)
    await author.locator('textarea[name="note.en"]').fill('The first vault opened')
    await submit(author)
    await publish(reviewer, submitted(author))
    await author.goto(`/en/projects/${reference}`)
    await expect(author.locator('main')).toContainText('The first vault opened')
    await expect(author.locator('.confirmations')).toContainText(/Shanghai ✓.*revision \d+/s)
    await expect(author.locator('main')).toContainText('p. 2')
    // Another source does not take the quote over.
    await author.goto(`/en/desk/items/${reference}`)
    await openCitation(author)
    await author.locator('select[name="citations.0.source.slug"]').selectOption({ index: 4 })
    await save(author)
    await expect(author.locator('textarea[name="citations.0.quote"]')).toHaveValue('')
    await expect(author.locator('#citations\\.0\\.quote-error')).toBeVisible()
  })

  test('a side that sees it otherwise says so through the round, and readers see both views', async ({
    browser,
  }) => {
    const reference = item('6-9.2', '6-12.3')
    const view = item('上海方面认为仓库尚未启用（甲）', '上海方面认为仓库尚未启用（乙）')
    const author = await officerIn(browser, javaScriptEnabled, 'editor', '/tc')
    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer', '/tc')
    const shanghai = await officerIn(browser, javaScriptEnabled, 'shanghaiEditor', '/sc')
    const statement = await submitVault(author, '/tc', reference, { assertedBy: 'hk_side' })
    await publish(reviewer, statement, '/tc')
    await shanghai.goto(`/sc/desk/items/${reference}`)
    await shanghai.locator('main a[href$="/view"]').click()
    await save(shanghai)
    await expect(shanghai.locator('.desk-error').first()).toBeVisible()
    await expectAccessible(shanghai, javaScriptEnabled)
    await shanghai.locator('textarea[name="note.zh-Hans"]').fill(view)
    await shanghai.locator('select[name="citation.source.slug"]').selectOption('caixin-2025-06-26')
    await shanghai.locator('textarea[name="citation.quote"]').fill(quote)
    await save(shanghai)
    await shanghai.waitForURL(/saved=submitted/)
    const path = submitted(shanghai)
    await reviewer.goto(`/sc/projects/${reference}`)
    await expect(reviewer.locator('main')).not.toContainText(view)
    await reviewer.goto(`/tc${path}`)
    await expect(reviewer.locator('.comparison ins').filter({ hasText: view })).toBeVisible()
    await decide(reviewer, 'publish')
    await reviewer.waitForURL(/done=publish/)
    for (const { prefix, note } of editions) {
      await reviewer.goto(`${prefix}/projects/${reference}`)
      const [left, right] = [
        reviewer.locator('.views section').first(),
        reviewer.locator('.views section').last(),
      ]
      await expect(left).toContainText(note)
      await expect(right).toContainText(view)
      await expect(right).toContainText(quote)
      // Alike in size.
      const [first, second] = [await left.boundingBox(), await right.boundingBox()]
      expect(Math.abs((first?.width ?? 0) - (second?.width ?? 1000))).toBeLessThan(2)
      await expectAccessible(reviewer, javaScriptEnabled)
    }
  })
})
