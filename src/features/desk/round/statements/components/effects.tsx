import { getLocale, getTranslations } from 'next-intl/server'
import { textsPage } from '@/features/desk/frame/model'
import type { Officer } from '@/features/desk/officers/model'
import { type City, cityName } from '@/features/register/cities/model'
import { sideAsserting, standsBy } from '@/features/register/states/model/statements'
import { hrefTo } from '@/i18n/navigation'
import type { ItemToState } from '../model/item'
import { saidBy } from '../model/words'

/** Before an officer submits: what a new statement does to what the other side has said. Draws nothing where it has not. */
export async function Effects({ item, officer }: { item: ItemToState; officer: Officer }) {
  const [language, t] = [await getLocale(), await getTranslations('progress.effects')]
  const { live, kind, reference } = item
  const { sides, assertedBy } = live
  const nameOf = (side: City) => cityName(side, language)
  const owner = sides.find(({ code }) => code === sideAsserting(assertedBy ?? ''))
  const isOthers = owner !== undefined && owner.code !== officer.side
  const others = sides.filter(({ code }) => code !== officer.side)
  const effects = others.flatMap((side) => {
    const stance = saidBy(side.code, live)?.stance
    if (!stance) return []
    if (standsBy(stance)) return [t('tick', { city: nameOf(side) })]
    return stance === 'differs' ? [t('view', { city: nameOf(side) })] : []
  })
  if (effects.length === 0 && !isOthers) return null
  return (
    <section className="desk-notice" aria-labelledby="effects">
      <h2 id="effects">{t('title')}</h2>
      {effects.map((effect) => (
        <p key={effect}>{effect}</p>
      ))}
      {isOthers && (
        <p>
          {t('others', { city: nameOf(owner) })}{' '}
          <a href={hrefTo(language, textsPage(kind, reference))}>{t('texts')}</a>
        </p>
      )}
    </section>
  )
}
