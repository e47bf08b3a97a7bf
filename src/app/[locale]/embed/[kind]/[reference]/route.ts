import { answeredAt } from '@/app/[locale]/answered-at'
import { nothingThere } from '@/app/[locale]/nothing-there'
import { writeCard, writeNoCard } from '@/features/outlets/embeds/formats/card'
import { cardInput, cardQuery } from '@/features/outlets/embeds/input'
import { findCard } from '@/features/outlets/embeds/queries/find-card'
import { languageOfPrefix } from '@/i18n/language'
import { queryOf } from '@/server/http/answer'

export const dynamic = 'force-dynamic'

const type = 'text/html; charset=utf-8'

/** An item or field as a small page that any site may frame. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; kind: string; reference: string }> },
): Promise<Response> {
  const { locale, ...named } = await params
  const language = languageOfPrefix(locale)
  if (!language) return nothingThere()
  const asked = cardInput.safeParse(named)
  const { theme } = cardQuery.parse(queryOf(request))
  return answeredAt(request, {
    edition: 3,
    read: async () => (asked.success ? findCard(asked.data.kind, asked.data.reference) : null),
    write: (card, moment) => writeCard(card, { language, theme, at: moment?.at }),
    type,
    none: () =>
      new Response(writeNoCard({ language, theme }, asked.data ?? { kind: null, reference: '' }), {
        status: 404,
        headers: { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' },
      }),
  })
}
