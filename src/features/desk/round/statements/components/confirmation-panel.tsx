import { getLocale, getTranslations } from 'next-intl/server'
import { Done } from '@/components/forms/outcome'
import { viewPage, wordPage } from '@/features/desk/frame/model'
import type { Officer } from '@/features/desk/officers/model'
import { mayConfirm, maySpeak } from '@/features/desk/officers/policy'
import { cityName } from '@/features/register/cities/model'
import { Stances } from '@/features/register/states/components/confirmations'
import { hrefTo } from '@/i18n/navigation'
import { confirmed, type ItemToState } from '../model/item'
import { mayTakeBack, saidBy, standsUnchanged } from '../model/words'

/**
 * On an item's page at the desk: which side stands by the published statement, and what the officer may say
 * for theirs, each on a page that asks first. Draws nothing while no statement is published.
 * @param saved what the officer has just done, as the address tells: `confirmed`, `withdrawn`.
 */
export async function ConfirmationPanel({
  item,
  officer,
  saved,
}: {
  item: ItemToState
  officer: Officer
  saved: string | string[] | undefined
}) {
  const { reference, live } = item
  const { confirmations, sides, statementId, authorId } = live
  if (!statementId) return null
  const [language, t] = [await getLocale(), await getTranslations('progress.confirmation')]
  const city = cityName(officer.city, language)
  const said = saidBy(officer.side, live)
  const mayAgree = mayConfirm(officer, confirmed(item))
  const links = [
    ...(mayAgree && !standsUnchanged(said)
      ? [{ href: hrefTo(language, wordPage(reference, 'confirm')), label: t('confirm', { city }) }]
      : []),
    ...(mayAgree ? [{ href: hrefTo(language, viewPage(reference)), label: t('recordView') }] : []),
    ...(maySpeak(officer, confirmed(item)) && mayTakeBack(said)
      ? [{ href: hrefTo(language, wordPage(reference, 'withdraw')), label: t('withdraw') }]
      : []),
  ]
  return (
    <section aria-labelledby="confirmation" className="desk-group">
      <h2 id="confirmation">{t('panelTitle')}</h2>
      {(saved === 'confirmed' || saved === 'withdrawn') && (
        <Done>{t(`done.${saved}`, { city })}</Done>
      )}
      <Stances statement={{ confirmations, sides }} />
      {authorId === officer.id && <p className="desk-hint">{t('own')}</p>}
      {links.length > 0 && (
        <p className="desk-line">
          {links.map(({ href, label }) => (
            <a key={href} className="desk-link" href={href}>
              {label}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}
