import { getLocale, getTranslations } from 'next-intl/server'
import { Done } from '@/components/forms/outcome'
import { viewPage } from '@/features/desk/frame/model'
import type { Officer } from '@/features/desk/officers/model'
import { mayConfirm } from '@/features/desk/officers/policy'
import { cityName } from '@/features/register/cities/model'
import { Stances } from '@/features/register/states/components/confirmations'
import { stancesOf } from '@/features/register/states/model/statements'
import { hrefTo } from '@/i18n/navigation'
import { confirmed, type ItemToState } from '../model/item'
import { ConfirmForm } from './confirm-form'

/**
 * On an item's page at the desk: which side stands by the published statement, and what the officer may say
 * for theirs. Draws nothing while no statement is published.
 * @param saved what the officer has just done, as the address tells: `confirmed`.
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
  const { assertedBy, confirmations, sides, statementId, authorId } = live
  if (!statementId || !assertedBy) return null
  const [language, t] = [await getLocale(), await getTranslations('progress.confirmation')]
  const city = cityName(officer.city, language)
  const stance = stancesOf(sides, assertedBy, confirmations).find(
    ({ side }) => side.code === officer.side,
  )?.stance
  const isSettled = stance === 'confirms' || stance === 'asserts'
  return (
    <section aria-labelledby="confirmation" className="desk-group">
      <h2 id="confirmation">{t('panelTitle')}</h2>
      {saved === 'confirmed' && <Done>{t('done', { city })}</Done>}
      <Stances statement={{ assertedBy, confirmations, sides }} />
      {authorId === officer.id && <p className="desk-hint">{t('own')}</p>}
      {mayConfirm(officer, confirmed(item)) && (
        <>
          {!isSettled && (
            <ConfirmForm
              reference={reference}
              statementId={statementId}
              city={city}
              differs={stance === 'differs'}
            />
          )}
          <p>
            <a className="desk-link" href={hrefTo(language, viewPage(reference))}>
              {t('recordView')}
            </a>
          </p>
        </>
      )}
    </section>
  )
}
