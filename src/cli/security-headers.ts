/** The cards that any site may frame: these addresses, and nothing that only looks like them. */
const card = /^\/(?:tc|sc|en)\/embed\/(?:projects|documents|fields)\/[a-z0-9][a-z0-9.-]{0,39}$/

/** The badges that any page may show. */
const badge = /^\/(?:tc|sc|en)\/badge\/(?:projects|documents)\/[a-z0-9][a-z0-9.-]{0,43}$/

/** Whether an address is that of a card. @param url as the request states it. */
export function isCard(url: string): boolean {
  return card.test(url.split('?', 1)[0] ?? '')
}

/** The security headers for an address: cards may be framed and load nothing, the rest are as everywhere. */
export function headersFor(url: string, isDevelopment: boolean): Record<string, string> {
  const usual = securityHeaders(isDevelopment)
  const shared: Record<string, string> = {
    ...usual,
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }
  if (!isCard(url)) return badge.test(url.split('?', 1)[0] ?? '') ? shared : usual
  const { 'X-Frame-Options': _, ...framed } = shared
  return {
    ...framed,
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  }
}

/**
 * The security headers of every answer: nothing from other hosts, no framing by other sites, no guessing of
 * types, and no address of ours (one-time links among them) sent to another site. The framework writes inline
 * scripts, so inline is allowed; `next dev` evaluates code and keeps a socket.
 */
function securityHeaders(isDevelopment: boolean): Record<string, string> {
  const policy = {
    'default-src': "'self'",
    'script-src': `'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'connect-src': `'self'${isDevelopment ? ' ws:' : ''}`,
    'object-src': "'none'",
    'base-uri': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'self'",
  }
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  }
}
