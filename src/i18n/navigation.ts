import { createNavigation } from 'next-intl/navigation'
import type { Language } from './language'
import { routing } from './routing'

const { getPathname } = createNavigation(routing)

/** A path of routing.ts, with `params` and `query` where it takes them. One that is not listed does not compile. */
export type Href = Parameters<typeof getPathname>[0]['href']

/** The address of a page in a language, for a plain `<a>`: public pages carry no client-side router. */
export function hrefTo(language: Language, href: Href): string {
  // A query without a value would leave a lone question mark, and so a second address of one page.
  return getPathname({ locale: language, href }).replace(/\?$/, '')
}
