import { createNavigation } from 'next-intl/navigation'
import type { Language } from './language'
import { routing } from './routing'
import { shownMoment } from './shown-moment'

const { getPathname } = createNavigation(routing)

/** A path of routing.ts, with `params` and `query` where it takes them. One that is not listed does not compile. */
export type Href = Parameters<typeof getPathname>[0]['href']

/**
 * The address of a page in a language, for a plain `<a>`: public pages carry no client-side router. From a page
 * that shows the past it leads to the same past, and from one that shows how things stood on a day to the same day
 * where the other page can show it.
 */
export function hrefTo(language: Language, href: Href): string {
  const moment = shownMoment()
  return moment?.on ? hrefOn(language, href, moment.on) : hrefAt(language, href, moment?.at ?? null)
}

/** As `hrefTo`, to a past of one's choice, or out of it: `at` is a day or a time; null for the present. */
export function hrefAt(language: Language, href: Href, at: string | null): string {
  return written(language, href, at !== null && hasPast(href) ? { at } : {})
}

/** As `hrefTo`, to how things stood on a day (ISO); to the present where the page does not tell that. */
export function hrefOn(language: Language, href: Href, on: string): string {
  return written(language, href, hasDay(href) ? { on } : {})
}

function written(language: Language, href: Href, added: Record<string, string>): string {
  const query = { ...queryOf(href), ...added }
  const asks = Object.keys(query).length > 0
  const path = getPathname({
    locale: language,
    href: (asks ? { ...parts(href), query } : href) as Href,
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
  return !/^\/(desk|about|verify|problem|developers|data\/dictionary)\b|\/revisions\/|\/compare$/.test(
    parts(href).pathname,
  )
}

/** Whether a page tells how things stood on a day: it shows or counts states, and nothing else of the past. */
export function hasDay(href: Href): boolean {
  return /^\/(projects|documents)(\/\[reference\])?$|^\/fields\/\[reference\]$/.test(
    parts(href).pathname,
  )
}

function parts(href: Href): { pathname: string; params?: object; query?: object } {
  return typeof href === 'string' ? { pathname: href } : href
}
