import { askedMoment } from '@/app/[locale]/asked-moment'
import { nothingThere } from '@/app/[locale]/nothing-there'
import { answered, queryOf } from '@/app/log/answer'
import { writeBadge } from '@/features/outlets/embeds/formats/badge'
import { badgeInput } from '@/features/outlets/embeds/input'
import { findCard } from '@/features/outlets/embeds/queries/find-card'
import { atMoment } from '@/features/register/log/queries/moment'
import { languageOfPrefix } from '@/i18n/language'

export const dynamic = 'force-dynamic'

/** Rises when the same revisions are drawn otherwise. */
const edition = 1

/** The state of an item as a picture for any page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; kind: string; file: string }> },
): Promise<Response> {
  const { locale, ...named } = await params
  const [language, asked] = [languageOfPrefix(locale), badgeInput.safeParse(named)]
  if (!language || !asked.success) return nothingThere()
  const { moment, kept, known } = await askedMoment(request, queryOf(request).at, edition)
  if (known) return known
  const card = await atMoment(moment, () => findCard(asked.data.kind, asked.data.file))
  if (!card || card.kind === 'fields') return nothingThere()
  return answered(request, writeBadge(card, language), {
    ...kept,
    type: 'image/svg+xml; charset=utf-8',
  })
}
