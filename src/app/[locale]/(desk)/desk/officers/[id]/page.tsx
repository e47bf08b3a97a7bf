import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Done } from '@/components/forms/outcome'
import { TimeText } from '@/components/site/time-text'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { shownChoices } from '@/features/desk/officers/components/field-choices'
import { OfficerActs } from '@/features/desk/officers/components/officer-acts'
import { OfficerForm } from '@/features/desk/officers/components/officer-form'
import { SecondFactorWords } from '@/features/desk/officers/components/officer-table'
import { mayManageOfficers } from '@/features/desk/officers/policy'
import { findOfficer } from '@/features/desk/officers/queries'
import { requireOfficer } from '@/features/desk/officers/session'
import { listCities } from '@/features/register/cities/queries'
import { listFieldChoices } from '@/features/register/fields/queries'
import { hrefTo } from '@/i18n/navigation'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function OfficerPage({ params, searchParams }: Props) {
  const [{ id }, { done }] = [await params, await searchParams]
  const [language, t] = [await getLocale(), await getTranslations('officers')]
  const here = { pathname: '/desk/officers/[id]', params: { id } } as const
  const officer = await requireOfficer(language, hrefTo(language, here))
  if (!mayManageOfficers(officer)) forbidden()
  const [found, conferences] = [await findOfficer(id), await listFieldChoices()]
  if (!found) notFound()
  const isSelf = found.id === officer.id
  const hasSecondFactor = found.secondFactor.authenticator || found.secondFactor.passkeys > 0
  const trail = (query: Record<string, string>) =>
    hrefTo(language, { pathname: '/desk/audit', query })
  return (
    <DeskPage here={here} officer={officer}>
      <h1>{found.name}</h1>
      <p>
        {found.email} {isSelf && t('people.you')}{' '}
        {found.disabledAt && <strong>{t('people.disabled')}</strong>}
      </p>
      <h2>{t('people.details')}</h2>
      {done === 'change' && <Done>{t('people.saved')}</Done>}
      <OfficerForm
        // Another form once it is saved, so that it begins with what is held.
        key={JSON.stringify(found)}
        id={found.id}
        initial={found}
        choices={shownChoices(conferences, language)}
        cities={await listCities()}
        isSelf={isSelf}
      />
      <h2>{t('people.account')}</h2>
      <dl className="desk-facts">
        <div>
          <dt>{t('people.lastSignIn')}</dt>
          <dd>
            {found.lastSignInAt ? (
              <TimeText time={found.lastSignInAt} />
            ) : (
              t(found.hasPassword ? 'people.never' : 'people.noPassword')
            )}
          </dd>
        </div>
        <div>
          <dt>{t('people.secondFactor')}</dt>
          <dd>
            <SecondFactorWords {...found.secondFactor} />
          </dd>
        </div>
      </dl>
      <OfficerActs
        id={found.id}
        acts={[
          ...(found.disabledAt ? [] : (['link', 'end_sessions'] as const)),
          ...(hasSecondFactor && !isSelf ? (['remove_second_factor'] as const) : []),
          ...(isSelf ? [] : [found.disabledAt ? ('enable' as const) : ('disable' as const)]),
        ]}
      />
      <p>
        <a href={trail({ officer: found.id })}>{t('people.trail')}</a> ·{' '}
        <a href={trail({ subject: found.email })}>{t('people.trailOn')}</a>
      </p>
    </DeskPage>
  )
}
