import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type Axe from 'axe-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    axe?: typeof Axe
  }
}

// All of axe's rules. Only what is wrong is sent back: to send what is right as well takes longer than to find it.
const options: Axe.RunOptions = { resultTypes: ['violations'], reporter: 'no-passes' }

/**
 * Expects that axe finds nothing wrong with the page that is open. Axe runs in the page: where scripts are
 * off, nothing is looked for.
 */
export async function expectAccessible(page: Page, javaScriptEnabled = true): Promise<void> {
  if (!javaScriptEnabled) return
  await settled(page)
  expect(await violations(page), page.url()).toEqual([])
}

/** What axe finds wrong with the page that is open, a rule each, with the HTML of what breaks it. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const results = await page.evaluate((asked) => window.axe?.run(document, asked), options)
  if (!results) throw new Error(`axe did not run on ${page.url()}.`)
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
  )
}

/**
 * Waits until React has taken over each element that the server sent, and rests: what it has not taken over
 * yet it may still replace. A page without scripts stays as it is.
 */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.waitForFunction(() => {
    if (!document.querySelector('script[src*="/_next/"]')) return true
    // React adds hidden inputs of its own to forms, and the framework what it announces pages with.
    const sent = 'body :not(script, next-route-announcer, input[type="hidden"])'
    return [...document.querySelectorAll(sent)].every((element) =>
      Object.keys(element).some((key) => key.startsWith('__reactProps')),
    )
  })
  // What was due when it had taken over the last of them.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
}

/** Expects that nothing of the page that is open runs off the screen sideways. */
export async function expectNoSideways(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over, page.url()).toBeLessThanOrEqual(0)
}
