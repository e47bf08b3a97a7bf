import { pathPrefixes } from './language'

/** An address that somebody asked for, without its language. */
export type RequestedAddress = { pathname: string; query: Record<string, string> }

/**
 * Reads the `from` of a problem page: a path and query of this site, as the browser sent it.
 * @returns null where it is no plausible path: not one leading slash, or characters no path of ours holds.
 */
export function requestedAddress(from: string | undefined): RequestedAddress | null {
  if (!from || !/^\/(?![/\\])[^\s\\<>"'`]{0,500}$/.test(from)) return null
  try {
    const { pathname, searchParams } = new URL(from, 'http://register.invalid')
    const prefix = Object.values(pathPrefixes).find((known) =>
      `${pathname}/`.startsWith(`${known}/`),
    )
    const rest = decodeURIComponent(prefix ? pathname.slice(prefix.length) : pathname)
    return { pathname: rest || '/', query: Object.fromEntries(searchParams) }
  } catch {
    return null // `%zz` and the like
  }
}

/** The field that an unknown project reference would belong to: `6-4` for `/projects/6-4.9`. */
export function fieldOfUnknownProject({ pathname }: RequestedAddress): string | null {
  return /^\/projects\/((?:[a-z]+-)?[1-9]\d*-[1-9]\d*)\.\d+(?:\/|$)/.exec(pathname)?.[1] ?? null
}
