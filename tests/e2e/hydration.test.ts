import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/browser/own-register'
import { signInAs } from '../support/browser/sign-in'

test.use({ register: 'hydration' })

// On a slow line an officer begins before the scripts have come. What they typed and chose must stay.

/** Opens a page with its scripts held back, does what an officer does, and lets the scripts come. */
async function before(page: Page, path: string, act: () => Promise<void>): Promise<void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held
    await route.continue()
  })
  // All of the form must have come, or what is done to “all of it” is done to a part.
  await page.goto(path, { waitUntil: 'domcontentloaded' })
  await act()
  release()
}

/** Waits until the scripts have taken the form over. */
async function taken(control: Locator): Promise<void> {
  await expect
    .poll(() =>
      control.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps'))),
    )
    .toBe(true)
}

test('what is chosen and typed in the editor before the scripts have come is kept', async ({
  page,
}) => {
  await signInAs(page, 'editor')
  const field = page.locator('select[name="facts.field"]')
  const title = page.locator('[name="texts.title.en.body"]')
  await before(page, '/en/desk/register/project/6-u11?itemise=1', async () => {
    await field.selectOption('6-4')
    await title.fill('Before the scripts')
  })
  await expect(page.locator('.editor-find').first()).toBeVisible()
  await taken(field)
  await expect(field).toHaveValue('6-4')
  await expect(title).toHaveValue('Before the scripts')
  // It is what goes to the server.
  await page.locator('.desk-actions button[name="intent"][value="draft"]').last().click()
  await expect(page.locator('main')).toContainText('Your draft is kept')
  await page.reload()
  await expect(field).toHaveValue('6-4')
})

/** Gives every control that an officer sees in a form another value than it has. @returns what the form then holds. */
async function changeEverything(form: Locator): Promise<Record<string, string>> {
  for (const control of await form.locator('select, textarea, input').all()) {
    if (!(await control.isVisible())) continue
    const type = await control.getAttribute('type')
    if (type === 'radio' || type === 'checkbox') {
      if (!(await control.isChecked())) await control.check()
    } else if (await control.evaluate((node) => node.tagName === 'SELECT')) {
      const last = await control.locator('option').last().getAttribute('value')
      await control.selectOption(last ?? '')
    } else {
      await control.fill(type === 'date' ? '2025-07-01' : 'Typed before the scripts')
    }
  }
  return valuesOf(form)
}

/** What a form would send, by name, but for which writing of its draft it has seen: that changes as it is kept. */
async function valuesOf(form: Locator): Promise<Record<string, string>> {
  const sent: Record<string, string> = await form.evaluate((node) =>
    Object.fromEntries(
      [...new FormData(node as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
    ),
  )
  const { seenDraft: _, ...typed } = sent
  return typed
}

// Of one that has been reported on, so that its boxes are not blank.
for (const path of ['/en/desk/items/6-9.2', '/en/desk/register/project/6-9.2']) {
  test(`whatever is chosen and typed before the scripts have come is kept: ${path}`, async ({
    page,
  }) => {
    await signInAs(page, 'editor')
    const form = page.locator('form.desk-form')
    let typed: Record<string, string> = {}
    await before(page, path, async () => {
      for (const fold of await form.locator('details').all()) {
        await fold.evaluate((node) => node.setAttribute('open', ''))
      }
      typed = await changeEverything(form)
    })
    await taken(form.locator('textarea').first())
    // Without another key, it becomes a draft too.
    await expect(page.locator('.desk-autosave .desk-hint')).toContainText(/\d\d:\d\d/)
    expect(await valuesOf(form)).toEqual(typed)
  })
}

for (const [path, name] of [
  ['/en/desk/items/6-9.2', 'note.en'],
  ['/en/desk?q=museum', 'q'],
] as const) {
  test(`who is about to type stays at the place in the text: ${name}`, async ({ page }) => {
    await signInAs(page, 'editor')
    const field = page.locator(`main [name="${name}"]`)
    await before(page, path, async () => {
      await field.focus()
      await field.evaluate((node: HTMLTextAreaElement) => node.setSelectionRange(2, 5))
    })
    await taken(field)
    // React takes a field over in one step and runs its layout effects in a later one.
    await expect
      .poll(() =>
        field.evaluate((node: HTMLTextAreaElement) => [
          document.activeElement === node,
          node.selectionStart,
          node.selectionEnd,
        ]),
      )
      .toEqual([true, 2, 5])
  })
}

test('what is wrong with a statement sent before hydration is still said afterwards', async ({
  page,
}) => {
  await signInAs(page, 'editor')
  const summary = page.locator('main [role="alert"]')
  await before(page, '/en/desk/items/6-8.1', async () => {
    await page.locator('input[name="state"][value="completed"]').check()
    await page.locator('textarea[name="note.en"]').fill('Before the scripts')
    await page.locator('main button[name="intent"][value="save"]').click()
    await expect(summary).toBeVisible()
  })
  await taken(page.locator('input[name="state"][value="completed"]'))
  await expect(summary).toBeVisible()
  await expect(page.locator('textarea[name="note.en"]')).toHaveValue('Before the scripts')
})

for (const [prefix, width] of [
  ['/tc', 360],
  ['/sc', 768],
  ['/en', 360],
  ['/en', 1280],
] as const) {
  test(`the button that submits stays where it is while the draft’s line changes: ${prefix}, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await signInAs(page, 'editor')
    const submit = page.locator('main button[name="intent"][value="save"]')
    const line = page.locator('.desk-autosave .desk-hint')
    const places: unknown[] = []
    const look = async () => places.push(await submit.boundingBox())
    await before(page, `${prefix}/desk/items/6-8.2`, async () => {
      await page.locator('textarea[name="note.en"]').scrollIntoViewIfNeeded()
      await look()
    })
    await expect(line).toBeVisible()
    await look()
    const watching = (await line.textContent()) ?? ''
    await page.locator('textarea[name="note.en"]').pressSequentially(`${width}`)
    await expect(line).not.toHaveText(watching)
    await look()
    await expect(line).toContainText(/\d\d:\d\d/)
    await look()
    await page.route('**/desk/items/**', (route) => route.fulfill({ status: 200, body: '' }))
    await page.locator('textarea[name="note.en"]').pressSequentially('more')
    await expect(page.locator('.desk-autosave .desk-error')).toBeVisible()
    await look()
    expect(places).toEqual(places.map(() => places[0]))
  })
}

test('keys work from the moment that their button is there', async ({ page }) => {
  // React does what may wait, such as effects, in messages to itself: a busy machine is late with them.
  await page.addInitScript(() => {
    const post = MessagePort.prototype.postMessage
    MessagePort.prototype.postMessage = function (this: MessagePort, ...message: unknown[]) {
      setTimeout(() => Reflect.apply(post, this, message), 500)
    }
  })
  await signInAs(page, 'editor')
  await page.goto('/en/desk')
  await page.getByRole('button', { name: /Keys/ }).waitFor()
  await page.keyboard.press('j')
  await expect(page.locator('[data-row] [data-open]').first()).toBeFocused()
})
