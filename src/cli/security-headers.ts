/**
 * What every answer says to the browser: nothing from other hosts, no framing by other sites, no
 * guessing of types, and no address of ours (one-time links among them) told to another site.
 * The framework writes inline scripts, so inline stands; `next dev` evaluates code and keeps a socket.
 */
export function securityHeaders(isDevelopment: boolean): Record<string, string> {
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
