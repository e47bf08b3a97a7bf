import { answeredAt } from '@/app/[locale]/answered-at'
import { nothingThere } from '@/app/[locale]/nothing-there'
import { writeBadge } from '@/features/outlets/embeds/formats/badge'
import { badgeInput } from '@/features/outlets/embeds/input'
import { findCard } from '@/features/outlets/embeds/queries/find-card'
import { languageOfPrefix } from '@/i18n/language'

export const dynamic = 'force-dynamic'

/** The state of an item as a picture for any page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; kind: string; file: string }> },
): Promise<Response> {
  const { locale, ...named } = await params
  const [language, asked] = [languageOfPrefix(locale), badgeInput.safeParse(named)]
  if (!language || !asked.success) return nothingThere()
  return answeredAt(request, {
    edition: 1,
    read: async () => {
      const card = await findCard(asked.data.kind, asked.data.file)
      return card && card.kind !== 'fields' ? card : null
    },
    write: (card) => writeBadge(card, language),
    type: 'image/svg+xml; charset=utf-8',
  })
}
