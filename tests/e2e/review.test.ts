import { expectAccessible } from '../support/browser/looks'
import { expect, test } from '../support/browser/own-register'
import {
  decide,
  fillStatement,
  officerIn,
  publish,
  save,
  submitted,
} from '../support/browser/round-steps'
import { withAndWithoutScripts } from '../support/browser/scripts'
import { notes, quote, submitVault } from '../support/browser/vault-statement'

test.use({ register: 'review', movableClock: true })

// Rounds of several officers, on a machine that may be slow.
test.describe.configure({ timeout: 400_000 })

const prefixes = ['/tc', '/sc', '/en']

withAndWithoutScripts(({ javaScriptEnabled, item }) => {
  test('a statement is compared word by word, and published by another person', async ({
    browser,
  }) => {
    const reference = item('6-5.2', '6-2.2')
    const author = await officerIn(browser, javaScriptEnabled, 'editor', '/tc')
    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer', '/tc')
    await publish(reviewer, await submitVault(author, '/tc', reference))
    const second = await submitVault(author, '/tc', reference, {
      asOf: '2025-10-20',
      note: { ...notes, en: 'The second vault has opened' },
    })
    for (const prefix of prefixes) {
      await reviewer.goto(`${prefix}${second}`)
      const passage = reviewer.locator('.comparison .word-difference[lang="en-HK"]').first()
      await expect(passage.locator('del')).toContainText('first')
      await expect(passage.locator('ins')).toContainText('second')
      // What stays the same is folded away, and can be unfolded.
      await expect(reviewer.locator('.comparison').last()).toBeHidden()
      await expect(reviewer.locator('main')).toContainText(quote)
      await expectAccessible(reviewer, javaScriptEnabled)
    }
    await author.goto(`/tc${second}`)
    await expect(author.locator('button[value="publish"]')).toHaveCount(0)
    await publish(reviewer, second, '/tc')
    for (const prefix of prefixes) {
      await reviewer.goto(`${prefix}/projects/${reference}`)
      await expect(reviewer.locator('main')).toContainText(
        prefix === '/en' ? 'The second vault' : /首[个個]/,
      )
    }
  })

  test('a return needs its reason, which is kept when refused and read by the author, who takes it up again', async ({
    browser,
  }) => {
    const reference = item('6-3.1', '6-6.2')
    const author = await officerIn(browser, javaScriptEnabled, 'editor', '/sc')
    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer', '/sc')
    const path = await submitVault(author, '/sc', reference)
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
    const reference = item('6-13.1', '6-7.2')
    const author = await officerIn(browser, javaScriptEnabled, 'editor')
    const other = await officerIn(browser, javaScriptEnabled, 'shanghaiEditor')
    const path = await submitVault(author, '/en', reference)
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
    const reference = item('6-4.1', '6-10.2')
    const author = await officerIn(browser, javaScriptEnabled, 'editor')
    const rival = await officerIn(browser, javaScriptEnabled, 'shanghaiEditor')
    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer')
    const colleague = await officerIn(browser, javaScriptEnabled, 'secondReviewer')
    const mine = await submitVault(author, '/en', reference)
    const theirs = await submitVault(rival, '/en', reference, { state: 'ongoing' })
    await reviewer.goto(`/en${mine}`)
    await publish(colleague, theirs)
    await decide(reviewer, 'publish')
    await expect(reviewer.locator('main [role="alert"]')).toContainText('while you were reviewing')
    await expect(reviewer.locator('#difference ~ .comparison del').first()).toContainText('Ongoing')
    await expect(reviewer.locator('main')).toContainText('has changed since this was submitted')
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
    const author = await officerIn(browser, javaScriptEnabled, 'editor')
    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer')
    const path = await submitVault(author, '/en', reference)
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
    for (const prefix of prefixes) {
      await reviewer.goto(`${prefix}/desk/releases`)
      const planned = reviewer.locator('section').filter({ hasText: title })
      await expect(planned).toContainText(reference)
      await expectAccessible(reviewer, javaScriptEnabled)
    }
    const planned = reviewer.locator('section').filter({ hasText: title })
    await planned.locator('a[href*="change="]').click()
    await expectAccessible(reviewer, javaScriptEnabled)
    await reviewer.locator('input[name="release.at"]').fill('2024-04-26T10:00')
    await decide(reviewer, 'move')
    await expect(reviewer.locator('main [role="alert"]')).toBeVisible()
    await reviewer.locator('input[name="release.at"]').fill('2998-12-01T10:00')
    await decide(reviewer, 'move')
    await reviewer.waitForURL(/done=move/)
    await expect(planned).toContainText('2998')
    await planned.locator('a[href*="change="]').click()
    await decide(reviewer, 'cancel')
    await reviewer.waitForURL(/done=cancel/)
    await reviewer.goto(`/en${path}`)
    await expect(reviewer.locator('main')).toContainText('Waiting for review')
    await decide(reviewer, 'publish')
    await reviewer.waitForURL(/done=publish/)
  })
})

test('a correction is noticed on the page, and the history leads from one to the other', async ({
  browser,
}) => {
  const reference = '6-11.1'
  const author = await officerIn(browser, true, 'editor')
  const reviewer = await officerIn(browser, true, 'reviewer')
  await publish(reviewer, await submitVault(author, '/en', reference))
  await reviewer.goto(`/en/projects/${reference}/history`)
  const line = (await reviewer.locator('#revision-2').textContent()) ?? ''
  const number = /Log no\. (\d+)/.exec(line)?.[1] ?? ''
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
  const path = submitted(author)
  await reviewer.goto(`/en${path}`)
  await expect(reviewer.locator('main')).toContainText('The vault opened later than was said.')
  await reviewer.locator('main a[href$="#revision-2"]').click()
  await expect(reviewer).toHaveURL(new RegExp(`/en/projects/${reference}/history#revision-2$`))
  await publish(reviewer, path)
  for (const prefix of prefixes) {
    await reviewer.goto(`${prefix}/projects/${reference}`)
    const notice = reviewer.locator('aside.notice')
    await expect(notice).toContainText('The vault opened later than was said.')
    await expect(notice.locator('[lang="en-HK"]')).toHaveCount(1)
    await expectAccessible(reviewer)
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
  const reference = '6-10.1'
  const author = await officerIn(browser, true, 'editor')
  const reviewer = await officerIn(browser, true, 'reviewer')
  const path = await submitVault(author, '/en', reference)
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
