import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from '../support/browser/looks'
import { expect, test } from '../support/browser/own-register'
import { fillStatement, save, signInAs, submit as submitOpen } from '../support/browser/sign-in'

test.use({ register: 'review', movableClock: true })

// Rounds of several officers, on a machine that may be slow.
test.describe.configure({ timeout: 400_000 })

const notes = {
  'zh-Hant': '首個倉庫已經啟用',
  'zh-Hans': '首个仓库已经启用',
  en: 'The first vault has opened',
}
const quote = 'opened its first offshore physical gold delivery vault in Hong Kong'

/** An officer of the desk in a browser of their own. */
async function officer(
  browser: Browser,
  javaScriptEnabled: boolean,
  ...[role, options]: [Parameters<typeof signInAs>[1], Parameters<typeof signInAs>[2]]
): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, locale: 'zh-HK' })
  const page = await context.newPage()
  await signInAs(page, role, options)
  return page
}

/** Submits a statement of an item. @returns the path of the submission, without its language. */
async function submit(
  page: Page,
  prefix: string,
  reference: string,
  { assertedBy = 'press', state = 'completed', note = notes, asOf = '2025-06-26' } = {},
): Promise<string> {
  await page.goto(`${prefix}/desk/items/${reference}`)
  await fillStatement(page, { state, asOf, note, quote })
  await page.locator('select[name="assertedBy"]').selectOption(assertedBy)
  await submitOpen(page)
  return `/desk/submissions/${new URL(page.url()).searchParams.get('as')}`
}

async function decide(page: Page, intent: 'publish' | 'approve' | 'return' | 'withdraw') {
  await page.locator(`button[name="intent"][value="${intent}"]`).click()
}

/** Publishes, and waits until that is said: on the desk, or above the next submission. */
async function publish(page: Page, path: string, prefix = '/en') {
  await page.goto(`${prefix}${path}`)
  await decide(page, 'publish')
  await page.waitForURL(/done=publish/)
}

/** What axe finds; it runs in the page, so where scripts are off there is nothing to ask. */
async function expectNoViolations(page: Page, javaScriptEnabled = true) {
  if (!javaScriptEnabled) return
  await expectAccessible(page)
}

const editions = [
  { prefix: '/tc', note: notes['zh-Hant'], hk: '港 ✓', sh: '滬 ✓', silent: '尚未確認' },
  { prefix: '/sc', note: notes['zh-Hans'], hk: '港 ✓', sh: '沪 ✓', silent: '尚未确认' },
  { prefix: '/en', note: notes.en, hk: 'HK ✓', sh: 'Shanghai ✓', silent: 'not yet' },
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    const item = (withScript: string, without: string) => (javaScriptEnabled ? withScript : without)

    test('a statement is compared word by word, and published by another person', async ({
      browser,
    }) => {
      const reference = item('6-2.1', '6-2.2')
      const author = await officer(browser, javaScriptEnabled, 'editor', { prefix: '/tc' })
      const reviewer = await officer(browser, javaScriptEnabled, 'reviewer', { prefix: '/tc' })
      await publish(reviewer, await submit(author, '/tc', reference))
      const second = await submit(author, '/tc', reference, {
        asOf: '2025-10-20',
        note: { ...notes, en: 'The second vault has opened' },
      })
      for (const { prefix } of editions) {
        await reviewer.goto(`${prefix}${second}`)
        const passage = reviewer.locator('.comparison .word-difference[lang="en-HK"]').first()
        await expect(passage.locator('del')).toContainText('first')
        await expect(passage.locator('ins')).toContainText('second')
        // What stays is folded away; its words are there for who unfolds it.
        await expect(reviewer.locator('.comparison').last()).toBeHidden()
        await expect(reviewer.locator('main')).toContainText(quote)
        await expectNoViolations(reviewer, javaScriptEnabled)
      }
      await author.goto(`/tc${second}`)
      await expect(author.locator('button[value="publish"]')).toHaveCount(0)
      await publish(reviewer, second, '/tc')
      for (const { prefix } of editions) {
        await reviewer.goto(`${prefix}/projects/${reference}`)
        await expect(reviewer.locator('main')).toContainText(
          prefix === '/en' ? 'The second vault' : /首[个個]/,
        )
      }
    })

    test('a return needs its reason, which is kept when refused and read by the author, who takes it up again', async ({
      browser,
    }) => {
      const reference = item('6-3.1', '6-3.2')
      const author = await officer(browser, javaScriptEnabled, 'editor', { prefix: '/sc' })
      const reviewer = await officer(browser, javaScriptEnabled, 'reviewer', { prefix: '/sc' })
      const path = await submit(author, '/sc', reference)
      await reviewer.goto(`/sc${path}`)
      await decide(reviewer, 'return')
      await expect(reviewer.locator('main [role="alert"]')).toBeVisible()
      await expect(reviewer.locator('textarea[name="returnReason"]')).toHaveAttribute(
        'aria-invalid',
        'true',
      )
      await reviewer.locator('textarea[name="returnReason"]').fill('请补引文。')
      await decide(reviewer, 'return')
      await reviewer.waitForURL(/done=return/)
      await author.goto(`/sc${path}`)
      await expect(author.locator('main')).toContainText('请补引文。')
      await author.locator('main a[href*="again="]').click()
      await expect(author).toHaveURL(new RegExp(`/sc/desk/items/${reference}\\?again=`))
    })

    test('its author withdraws a submission, and nobody else sees it but reviewers', async ({
      browser,
    }) => {
      const reference = item('6-7.1', '6-7.2')
      const author = await officer(browser, javaScriptEnabled, 'editor', {})
      const other = await officer(browser, javaScriptEnabled, 'shanghaiEditor', {})
      const path = await submit(author, '/en', reference)
      expect((await other.goto(`/en${path}`))?.status()).toBe(403)
      await author.goto(`/en${path}`)
      await decide(author, 'withdraw')
      await author.waitForURL(/done=withdraw/)
      await author.goto(`/en${path}`)
      await expect(author.locator('main')).toContainText('Withdrawn')
      await expect(author.locator('main button[name="intent"]')).toHaveCount(0)
    })

    test('when something else becomes public meanwhile, the reviewer is told and sees it before publishing', async ({
      browser,
    }) => {
      const reference = item('6-8.1', '6-9.1')
      const author = await officer(browser, javaScriptEnabled, 'editor', {})
      const rival = await officer(browser, javaScriptEnabled, 'shanghaiEditor', {})
      const reviewer = await officer(browser, javaScriptEnabled, 'reviewer', {})
      const colleague = await officer(browser, javaScriptEnabled, 'secondReviewer', {})
      const mine = await submit(author, '/en', reference)
      const theirs = await submit(rival, '/en', reference, { state: 'ongoing' })
      await reviewer.goto(`/en${mine}`)
      await publish(colleague, theirs)
      await decide(reviewer, 'publish')
      await expect(reviewer.locator('main [role="alert"]')).toContainText(
        'while you were reviewing',
      )
      await expect(reviewer.locator('#difference ~ .comparison del').first()).toContainText(
        'Ongoing',
      )
      await expect(reviewer.locator('main')).toContainText('has moved on')
      await decide(reviewer, 'publish')
      await reviewer.waitForURL(/done=publish/)
      await reviewer.goto(`/en/projects/${reference}/history`)
      await expect(reviewer.locator('#revision-3')).toContainText('Completed')
    })

    test('a release is planned, moved and called off; what was in it waits again', async ({
      browser,
    }) => {
      const reference = item('6-12.1', '6-12.2')
      const title = item('簽署儀式甲', '簽署儀式乙')
      const author = await officer(browser, javaScriptEnabled, 'editor', {})
      const reviewer = await officer(browser, javaScriptEnabled, 'reviewer', {})
      const path = await submit(author, '/en', reference)
      await reviewer.goto(`/en${path}`)
      const choice = reviewer.locator('select[name="releaseId"]')
      if ((await choice.count()) > 0) await choice.selectOption('')
      await reviewer.locator('input[name="release.title"]').fill(title)
      await decide(reviewer, 'approve')
      await expect(reviewer.locator('main [role="alert"]')).toBeVisible()
      await expect(reviewer.locator('input[name="release.title"]')).toHaveValue(title)
      await reviewer.locator('input[name="release.at"]').fill('2999-12-01T10:00')
      await decide(reviewer, 'approve')
      await reviewer.waitForURL(/done=approve/)
      for (const { prefix } of editions) {
        await reviewer.goto(`${prefix}/desk/releases`)
        const planned = reviewer.locator('section').filter({ hasText: title })
        await expect(planned).toContainText(reference)
        await expectNoViolations(reviewer, javaScriptEnabled)
      }
      const planned = reviewer.locator('section').filter({ hasText: title })
      await planned.locator('a[href*="change="]').click()
      await expectNoViolations(reviewer, javaScriptEnabled)
      await reviewer.locator('input[name="release.at"]').fill('2024-04-26T10:00')
      await decide(reviewer, 'move' as 'approve')
      await expect(reviewer.locator('main [role="alert"]')).toBeVisible()
      await reviewer.locator('input[name="release.at"]').fill('2998-12-01T10:00')
      await decide(reviewer, 'move' as 'approve')
      await reviewer.waitForURL(/done=move/)
      await expect(reviewer.locator('section').filter({ hasText: title })).toContainText('2998')
      await reviewer
        .locator('section')
        .filter({ hasText: title })
        .locator('a[href*="change="]')
        .click()
      await decide(reviewer, 'cancel' as 'approve')
      await reviewer.waitForURL(/done=cancel/)
      await reviewer.goto(`/en${path}`)
      await expect(reviewer.locator('main')).toContainText('Waiting for review')
      await decide(reviewer, 'publish')
      await reviewer.waitForURL(/done=publish/)
    })

    test('both sides confirm a statement, and readers see who and when', async ({ browser }) => {
      const reference = item('6-1.3', '6-6.2')
      const author = await officer(browser, javaScriptEnabled, 'editor', { prefix: '/tc' })
      const reviewer = await officer(browser, javaScriptEnabled, 'reviewer', { prefix: '/tc' })
      const shanghai = await officer(browser, javaScriptEnabled, 'shanghaiEditor', {
        prefix: '/sc',
      })
      await publish(reviewer, await submit(author, '/tc', reference), '/tc')
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
      await expect(author.locator('section[aria-labelledby="confirmation"] button')).toHaveCount(0)
      for (const [page, prefix] of [
        [reviewer, '/tc'],
        [shanghai, '/sc'],
      ] as const) {
        await page.goto(`${prefix}/desk/items/${reference}`)
        await expectNoViolations(page, javaScriptEnabled)
        await page.locator('section[aria-labelledby="confirmation"] button').click()
        await page.waitForURL(/saved=confirmed/)
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

    test('a side that sees it otherwise says so through the round, and readers see both views', async ({
      browser,
    }) => {
      const reference = item('6-9.2', '6-12.3')
      const view = item('上海方面认为仓库尚未启用（甲）', '上海方面认为仓库尚未启用（乙）')
      const author = await officer(browser, javaScriptEnabled, 'editor', { prefix: '/tc' })
      const reviewer = await officer(browser, javaScriptEnabled, 'reviewer', { prefix: '/tc' })
      const shanghai = await officer(browser, javaScriptEnabled, 'shanghaiEditor', {
        prefix: '/sc',
      })
      const statement = await submit(author, '/tc', reference, { assertedBy: 'hk_side' })
      await publish(reviewer, statement, '/tc')
      await shanghai.goto(`/sc/desk/items/${reference}`)
      await shanghai.locator('main a[href$="/view"]').click()
      await save(shanghai)
      await expect(shanghai.locator('.desk-error').first()).toBeVisible()
      await expectNoViolations(shanghai, javaScriptEnabled)
      await shanghai.locator('textarea[name="note.zh-Hans"]').fill(view)
      await shanghai
        .locator('select[name="citation.source.slug"]')
        .selectOption('caixin-2025-06-26')
      await shanghai.locator('textarea[name="citation.quote"]').fill(quote)
      await save(shanghai)
      await shanghai.waitForURL(/saved=submitted/)
      const path = `/desk/submissions/${new URL(shanghai.url()).searchParams.get('as')}`
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
        await expectNoViolations(reviewer, javaScriptEnabled)
      }
    })
  })
}

test('a correction is noticed on the page, and the history leads from one to the other', async ({
  browser,
}) => {
  const reference = '6-2.3'
  const author = await officer(browser, true, 'editor', {})
  const reviewer = await officer(browser, true, 'reviewer', {})
  await publish(reviewer, await submit(author, '/en', reference))
  await reviewer.goto(`/en/projects/${reference}/history`)
  const line = (await reviewer.locator('#revision-2').textContent()) ?? ''
  const number = /No\. (\d+) of the log/.exec(line)?.[1] ?? ''
  await author.goto(`/en/desk/items/${reference}`)
  await fillStatement(author, { state: 'in_progress', asOf: '2025-05-01', note: notes, quote })
  await author.evaluate((corrected) => {
    const form = document.querySelector('input[name="asOf"]')?.closest('form')
    for (const [name, value] of [
      ['correction.revision', corrected],
      ['correction.why.en', 'The vault opened later than was said.'],
    ]) {
      const field = form?.querySelector<HTMLInputElement>(`[name="${name}"]`)
      if (field) field.value = value ?? ''
      else form?.append(Object.assign(document.createElement('input'), { name, value }))
    }
  }, number)
  await save(author)
  await author.waitForURL(/saved=submitted/)
  const path = `/desk/submissions/${new URL(author.url()).searchParams.get('as')}`
  await reviewer.goto(`/en${path}`)
  await expect(reviewer.locator('main')).toContainText('The vault opened later than was said.')
  await reviewer.locator('main a[href$="#revision-2"]').click()
  await expect(reviewer).toHaveURL(new RegExp(`/en/projects/${reference}/history#revision-2$`))
  await publish(reviewer, path)
  for (const { prefix } of editions) {
    await reviewer.goto(`${prefix}/projects/${reference}`)
    const notice = reviewer.locator('aside.notice')
    await expect(notice).toContainText('The vault opened later than was said.')
    await expect(notice.locator('[lang="en-HK"]')).toHaveCount(1)
    await expectNoViolations(reviewer)
    await notice.locator('a').first().click()
    await expect(reviewer).toHaveURL(/#revision-3$/)
    await reviewer.locator('#revision-3 a[href="#revision-2"]').click()
    await expect(reviewer.locator('#revision-2 a[href="#revision-3"]')).toBeVisible()
  }
})

test('what is approved for a minute to come is public within it', async ({
  browser,
  ownServer,
}) => {
  const reference = '6-4.3'
  const author = await officer(browser, true, 'editor', {})
  const reviewer = await officer(browser, true, 'reviewer', {})
  const path = await submit(author, '/en', reference)
  await reviewer.goto(`/en${path}`)
  const choice = reviewer.locator('select[name="releaseId"]')
  if ((await choice.count()) > 0) await choice.selectOption('')
  // Well ahead, however long the form takes: it is the register's clock that comes to the minute.
  const next = new Date(Math.ceil((Date.now() + 600_000) / 60_000) * 60_000)
  const local = new Date(next.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
  await reviewer.locator('input[name="release.at"]').fill(local)
  await reviewer.locator('input[name="release.title"]').fill('簽署儀式')
  await decide(reviewer, 'approve')
  await reviewer.waitForURL(/done=approve/)
  await reviewer.goto(`/en/projects/${reference}`)
  await expect(reviewer.locator('main')).not.toContainText(notes.en)
  await ownServer.putAhead(next.getTime() - Date.now())
  await expect
    .poll(
      async () => {
        await reviewer.reload()
        return reviewer.locator('main').textContent()
      },
      { timeout: 40_000 },
    )
    .toContain(notes.en)
  await reviewer.goto(`/en${path}`)
  await expect(reviewer.locator('main')).toContainText('Published')
})
