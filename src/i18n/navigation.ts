import { createNavigation } from 'next-intl/navigation'
import type { Language } from './language'
import { routing } from './routing'

const { getPathname } = createNavigation(routing)

type Target = Parameters<typeof getPathname>[0]['href']

/**
 * The address of a page in a language, for a plain `<a>`: public pages carry no client-side router.
 * @param href a path from routing.ts, with `params` and `query` where it takes them.
 */
export function hrefTo(language: Language, href: Target): string {
  return getPathname({ locale: language, href })
}
