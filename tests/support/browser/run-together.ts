import type { Page } from '@playwright/test'

/**
 * The places of an HTML page at which two facts run into one another for whoever reads it without its layout: a
 * link or a day that stands against the word of another element. A line each.
 */
export function findRunTogether(page: Page, html: string): Promise<string[]> {
  return page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'text/html')
    const found: string[] = []
    for (const one of read.querySelectorAll('body :is(a, time, .state, .reference)')) {
      const next = one.nextSibling
      if (!(next instanceof Element) || !next.matches('a, time, span, b, strong')) continue
      const [end, begin] = [one.textContent ?? '', next.textContent ?? '']
      if (/[\p{L}\p{N}]$/u.test(end) && /^[\p{L}\p{N}]/u.test(begin)) found.push(`${end}|${begin}`)
    }
    return found
  }, html)
}
