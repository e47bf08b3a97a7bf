import { createNavigation } from 'next-intl/navigation'
import type { Language } from './language'
import { routing } from './routing'
import { shownMoment } from './shown-moment'

const { getPathname } = createNavigation(routing)

/** A path of routing.ts, with `params` and `query` where it takes them. One that is not listed does not compile. */
export type Href = Parameters<typeof getPathname>[0]['href']

/**
 * The address of a page in a language, for a plain `<a>`: public pages carry no client-side router. From a page
 * that shows the past it leads to the same past.
 */
export function hrefTo(language: Language, href: Href): string {
  return hrefAt(language, href, shownMoment()?.at ?? null)
}

/** As `hrefTo`, to a past of one's choice, or out of it: `at` is a day or a time; null for the present. */
export function hrefAt(language: Language, href: Href, at: string | null): string {
  const path = getPathname({
    locale: language,
    href:
      at !== null && hasPast(href)
        ? ({ ...parts(href), query: { ...queryOf(href), at } } as Href)
        : href,
  })
  // A query without a value would leave a lone question mark, and so a second address of one page.
  return path.replace(/\?$/, '')
}

/** The query that an address asks with; empty where it asks nothing. */
export function queryOf(href: Href): Record<string, string> {
  return { ...(parts(href).query as Record<string, string> | undefined) }
}

/** Whether a page differs from one moment of the register to another: a revision's page and the desk do not. */
export function hasPast(href: Href): boolean {
  return !/^\/(desk|about|verify|problem|developers|data\/dictionary)\b|\/revisions\//.test(
    parts(href).pathname,
  )
}

function parts(href: Href): { pathname: string; params?: object; query?: object } {
  return typeof href === 'string' ? { pathname: href } : href
}
