import { NextRequest, NextResponse } from 'next/server'
import createMiddleware from 'next-intl/middleware'
import { plainAddress } from './i18n/plain-address'
import { preferredLanguage } from './i18n/preferred-language'
import { routing } from './i18n/routing'

const chooseByPath = createMiddleware(routing)

/**
 * Chooses a language, and sends a reference that was copied out of a text to its one address; nothing else. The
 * library's own negotiation sends Hong Kong's browsers to Simplified.
 */
export default function proxy(request: NextRequest) {
  const plain = plainAddress(request.nextUrl.pathname)
  if (plain !== null) {
    const address = request.nextUrl.clone()
    address.pathname = plain
    return NextResponse.redirect(address, 308)
  }
  const headers = new Headers(request.headers)
  headers.set('accept-language', preferredLanguage(request.headers.get('accept-language')))
  return chooseByPath(new NextRequest(request, { headers }))
}

export const config = {
  // References hold dots (`/tc/projects/6-4.2`), so files are told apart by name, not by a dot.
  // What programs fetch says its language in its address, and is to set no cookie.
  matcher: [
    '/((?!api(?:/|$)|healthz|data/|log/|log.jsonl|verify-|_next/|favicon.ico|icon.svg|robots.txt|sitemap.xml|(?:tc|sc|en)/(?:feeds|embed|badge)/|(?:tc|sc|en)/(?:calendar.ics|opensearch.xml)).*)',
  ],
}
