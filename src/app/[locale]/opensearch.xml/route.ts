import { openSearchIn } from '@/features/register/search/formats/open-search'
import { languageOfPrefix } from '@/i18n/language'
import { nothingThere } from '../nothing-there'

export const dynamic = 'force-dynamic'

/** How a browser searches the register from its own bar, in the language of the address (OpenSearch 1.1). */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const language = languageOfPrefix((await params).locale)
  if (!language) return nothingThere()
  return new Response(openSearchIn(language), {
    headers: {
      'Content-Type': 'application/opensearchdescription+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=86400',
      'X-Robots-Tag': 'noindex',
    },
  })
}
