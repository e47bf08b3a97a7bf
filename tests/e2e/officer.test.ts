import { expect, test } from '../support/browser/own-register'
import {
  decide,
  fillStatement,
  officerIn,
  openReview,
  publishWaiting,
  save,
  submit,
  submitStatement,
} from '../support/browser/round-steps'
import { withAndWithoutScripts } from '../support/browser/scripts'
import { signInAs } from '../support/browser/sign-in'

test.use({ register: 'officer' })

const editions = [
  { prefix: '/tc', state: '已完成', note: '首個倉庫已經啟用（測試甲）' },
  { prefix: '/sc', state: '已完成', note: '首个仓库已经启用（测试甲）' },
  { prefix: '/en', state: 'Completed', note: 'The first vault has opened (test A)' },
]

withAndWithoutScripts(({ javaScriptEnabled, item }) => {
  test("a reviewer's own statement waits for a second reviewer; published, it is public in three languages", async ({
    page,
    browser,
  }) => {
    const reference = item('6-13.1', '6-4.1')
    await page.goto('/en/projects?state=completed')
    const before = await page.locator('main a[href^="/en/projects/6-"]').count()
    await signInAs(page, 'reviewer')
    await submitStatement(page, reference, {
      state: 'completed',
      asOf: '2025-06-26',
      note: { 'zh-Hant': editions[0]?.note ?? '', en: editions[2]?.note ?? '' },
      quote: 'opened its first offshore physical gold delivery vault in Hong Kong',
    })
    await expect(page.locator('main')).toContainText('Another person reviews it')
    await page.goto(`/en/projects/${reference}`)
    await expect(page.locator('main')).not.toContainText('test A')

    const second = await officerIn(browser, javaScriptEnabled, 'secondReviewer')
    await openReview(second, reference)
    await expect(second.locator('main')).toContainText('The first vault has opened (test A)')
    await decide(second, 'publish')
    await expect(second).toHaveURL(/[?&]done=/)
    await second.context().close()

    for (const { prefix, state, note } of editions) {
      await page.goto(`${prefix}/projects/${reference}`)
      await expect(page.locator('main')).toContainText(state)
      await expect(page.locator('main')).toContainText(note)
      await expect(page.locator('main')).toContainText(
        'opened its first offshore physical gold delivery vault',
      )
      await page.goto(`${prefix}/projects/${reference}/history`)
      await expect(page.locator('#revision-2')).toContainText(note)
      await page.goto(`${prefix}/projects?state=completed`)
      await expect(page.locator(`main a[href="${prefix}/projects/${reference}"]`)).toBeVisible()
    }
    expect(await page.locator('main a[href^="/en/projects/6-"]').count()).toBe(before + 1)
  })

  test('all errors stand beside their fields at once, and nothing typed is lost', async ({
    page,
  }) => {
    await signInAs(page, 'editor')
    await page.goto('/en/desk/items/6-10.1')
    await fillStatement(page, {
      state: 'behind',
      asOf: '2025-06-26',
      note: { en: 'Typed with care' },
    })
    await page.locator('input[name="citations.0.source.kind"][value="new"]').check()
    await save(page)
    const summary = page.locator('main .desk-alert')
    await expect(summary).toContainText('Reason')
    await expect(summary.locator('a')).toHaveCount(3)
    await expect(page.locator('#reason\\.zh-Hant-error')).toBeVisible()
    await expect(page.locator('#citations\\.0\\.source\\.publisher-error')).toBeVisible()
    await expect(page.locator('#citations\\.0\\.quote-error')).toBeVisible()
    await expect(page.locator('textarea[name="note.en"]')).toHaveValue('Typed with care')
    await expect(page.locator('input[name="state"][value="behind"]')).toBeChecked()
    await page.goto('/en/projects/6-10.1')
    await expect(page.locator('main')).not.toContainText('Typed with care')
  })

  test('a source that is held is offered, and what was typed beside it is kept', async ({
    page,
  }) => {
    await signInAs(page, 'editor')
    const reference = item('6-1.3', '6-1.2')
    await page.goto('/en/projects/6-4.2')
    const address = await page
      .locator('.citations a[href^="https://"]')
      .first()
      .getAttribute('href')
    await page.goto(`/en/desk/items/${reference}`)
    await fillStatement(page, { state: 'in_progress', asOf: '2025-10-20' })
    await page.locator('input[name="citations.0.source.kind"][value="new"]').check()
    await page.locator('input[name="citations.0.source.url"]').fill(`${address}?utm_source=mail`)
    await page.locator('input[name="citations.0.source.publisher"]').fill('Whoever it was')
    await page.locator('textarea[name="citations.0.quote"]').fill('the exact words')
    if (javaScriptEnabled) {
      await expect(page.getByText('Already registered')).toBeVisible()
    }
    await save(page)
    await expect(page.locator('#citations\\.0\\.source\\.slug-error')).toBeVisible()
    await expect(page.locator('select[name="citations.0.source.slug"]')).not.toHaveValue('')
    await expect(
      page.locator('input[name="citations.0.source.kind"][value="existing"]'),
    ).toBeChecked()
    await expect(page.locator('input[name="citations.0.source.publisher"]')).toHaveValue(
      'Whoever it was',
    )
    await expect(page.locator('textarea[name="citations.0.quote"]')).toHaveValue('the exact words')
    await submit(page)
  })

  test('what a Shanghai officer wrote is returned with the reason, taken up again and published', async ({
    page,
    browser,
  }) => {
    const reference = item('6-5.1', '6-5.2')
    await signInAs(page, 'shanghaiEditor', { prefix: '/sc' })
    await page.goto(`/sc/desk/items/${reference}`)
    await expect(page.locator('input[name="original"][value="zh-Hans"]')).toBeChecked()
    await fillStatement(page, {
      state: 'in_progress',
      asOf: '2025-10-20',
      note: { 'zh-Hans': '两地航运组织已签订协议' },
      quote: 'offshore',
    })
    await submit(page)

    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer', '/tc')
    await openReview(reviewer, reference)
    await decide(reviewer, 'return', '請補上協議日期。')
    await expect(reviewer).toHaveURL(/[?&]done=/)

    await page.goto('/sc/desk')
    const row = page.locator('#returned li', { hasText: reference })
    await expect(row).toContainText('請補上協議日期。')
    await row.locator('a[data-update]').click()
    await expect(page.locator('main')).toContainText('請補上協議日期。')
    const note = page.locator('textarea[name="note.zh-Hans"]')
    await expect(note).toHaveValue('两地航运组织已签订协议')
    await note.fill('两地航运组织已于十月签订协议')
    await submit(page)
    await page.goto('/sc/desk')
    await expect(page.locator('#returned')).not.toContainText(reference)

    await publishWaiting(reviewer, reference)
    await page.goto(`/sc/projects/${reference}`)
    await expect(page.locator('main')).toContainText('两地航运组织已于十月签订协议')
    // Traditional is never made on its own: readers of it are told that they see the other script.
    await page.goto(`/tc/projects/${reference}`)
    await expect(page.locator('main')).toContainText('两地航运组织已于十月签订协议')
    await reviewer.context().close()
  })

  test('two officers race: one is published, the other is held against it and keeps what was typed', async ({
    page,
    browser,
  }) => {
    const reference = item('6-10.2', '6-11.1')
    await signInAs(page, 'editor')
    const rival = await officerIn(browser, javaScriptEnabled, 'shanghaiEditor')
    const late = await officerIn(browser, javaScriptEnabled, 'shanghaiEditor')
    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer')
    const second = await officerIn(browser, javaScriptEnabled, 'secondReviewer')
    await late.goto(`/en/desk/items/${reference}`)
    for (const [who, text] of [
      [page, 'The first to save'],
      [rival, 'The second to save'],
    ] as const) {
      await submitStatement(who, reference, { note: { en: text } })
    }
    const waiting = '#toReview a[data-open]'
    await second.goto('/en/desk?show=toReview')
    await second.locator(waiting, { hasText: reference }).last().click()
    await second.waitForURL(/\/desk\/submissions\//)
    await expect(second.locator('main')).toContainText('The second to save')

    await openReview(reviewer, reference)
    await expect(reviewer.locator('main')).toContainText('The first to save')
    await decide(reviewer, 'publish')
    await expect(reviewer).toHaveURL(/[?&]done=/)

    // The second reviewer has compared it with a version that is no longer live.
    await decide(second, 'publish')
    await expect(second.locator('main .desk-alert').first()).toBeVisible()
    await page.goto(`/en/projects/${reference}`)
    await expect(page.locator('main')).toContainText('The first to save')
    await expect(page.locator('main')).not.toContainText('The second to save')

    // So has an author whose form was open all the while.
    await fillStatement(late, {
      state: 'in_progress',
      asOf: '2025-10-21',
      note: { en: 'Typed in the meantime' },
      quote: 'offshore',
    })
    await save(late)
    await expect(late.locator('main')).toContainText('The first to save')
    await expect(late.locator('textarea[name="note.en"]')).toHaveValue('Typed in the meantime')
    // Having seen both, the author may submit again.
    await submit(late)
    await publishWaiting(reviewer, reference)
    await page.goto(`/en/projects/${reference}`)
    await expect(page.locator('main')).toContainText('Typed in the meantime')
    for (const other of [rival, late, reviewer, second]) await other.context().close()
  })

  test('a correction says on the item’s history what it corrects, and why', async ({
    page,
    browser,
  }) => {
    const reference = item('6-6.1', '6-9.2')
    await signInAs(page, 'editor')
    await page.goto(`/en/desk/items/${reference}`)
    await page.locator('details.desk-fold > summary').last().click()
    const revision = page.locator('select[name="correction.revision"]')
    await revision.selectOption({ index: 1 })
    await page.locator('textarea[name="note.en"]').fill('Corrected wording')
    await save(page)
    await expect(page.locator('#correction\\.why\\.zh-Hant-error')).toBeVisible()
    await page.locator('textarea[name="correction.why.en"]').fill('It was said too strongly.')
    await submit(page)
    const reviewer = await officerIn(browser, javaScriptEnabled, 'reviewer')
    await publishWaiting(reviewer, reference)
    await page.goto(`/en/projects/${reference}/history`)
    await expect(page.locator('.revision').first()).toContainText('Corrected wording')
    await expect(page.locator('.revision').first()).toContainText(/corrects/i)
    await reviewer.context().close()
  })
})

test.describe('with motion', () => {
  // The other tests ask for no motion; here a page scrolls smoothly where it wants to.
  test.use({ contextOptions: { reducedMotion: 'no-preference' } })

  test('a button is pressed where it is seen, while the page goes to the field that has the focus', async ({
    page,
  }) => {
    await signInAs(page, 'editor')
    await page.goto('/en/desk/items/6-4.2')
    // At the page's end the bar of buttons lies higher than further up, where it sticks to the window's edge.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('scrollend', resolve, { once: true })
          window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
        }),
    )
    const { x, y } = await page.evaluate(() => {
      const rest = new Promise((resolve) => {
        document.addEventListener('scrollend', resolve, { once: true })
      })
      Object.assign(window, { rest })
      document.querySelector<HTMLElement>('input[name="state"]:checked')?.focus()
      const button = document.querySelector('main button[name="intent"][value="save"]')
      const { left, top, width, height } = button?.getBoundingClientRect() ?? new DOMRect()
      return { x: left + width / 2, y: top + height / 2 }
    })
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.evaluate(() => (window as Window & { rest?: Promise<unknown> }).rest)
    await page.mouse.up()
    await expect(page.locator('main .desk-alert')).toBeVisible()
  })
})
