import type { MetadataRoute } from 'next'
import { environment } from '../server/environment'

// The address of the site is known when it runs, not when it is built.
export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/*/desk', '/*/problem'] },
    sitemap: `${environment().BASE_URL}/sitemap.xml`,
  }
}
