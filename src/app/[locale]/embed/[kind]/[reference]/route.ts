import { askedMoment } from '@/app/[locale]/asked-moment'
import { nothingThere } from '@/app/[locale]/nothing-there'
import { answered, queryOf } from '@/app/log/answer'
import { writeCard, writeNoCard } from '@/features/outlets/embeds/formats/card'
import { cardInput } from '@/features/outlets/embeds/input'
import { findCard } from '@/features/outlets/embeds/queries/find-card'
import { atMoment } from '@/features/register/log/queries/moment'
import { languageOfPrefix } from '@/i18n/language'

export const dynamic = 'force-dynamic'

/** Rises when the same revisions are drawn otherwise. */
const edition = 1

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
  const { moment, kept, known } = await askedMoment(request, queryOf(request).at, edition)
  if (known) return known
  const card = asked.success
    ? await atMoment(moment, () => findCard(asked.data.kind, asked.data.reference))
    : null
  if (!card) {
    const none = asked.success ? asked.data : { kind: null, reference: '' }
    return new Response(writeNoCard(language, none), {
      status: 404,
      headers: { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' },
    })
  }
  return answered(request, writeCard(card, { language, at: moment?.at }), { ...kept, type })
}
