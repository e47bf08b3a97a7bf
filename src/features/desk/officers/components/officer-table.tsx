import { getLocale, getTranslations } from 'next-intl/server'
import { TableHead } from '@/components/site/table-head'
import { TimeText } from '@/components/site/time-text'
import { cityName } from '@/features/register/cities/model'
import { hrefTo } from '@/i18n/navigation'
import type { ListedOfficer } from '../model'

/** Everybody who may or might sign in; each leads to their own page. `selfId` marks who is looking. */
export async function OfficerTable({
  officers,
  selfId,
}: {
  officers: ListedOfficer[]
  selfId: string
}) {
  const [language, t] = [await getLocale(), await getTranslations('officers')]
  return (
    <section className="desk-table desk-people" aria-labelledby="officers-caption">
      <table>
        <caption id="officers-caption">{t('people.caption')}</caption>
        <TableHead
          columns={[t('people.name'), t('people.roleAndFields'), t('people.signInAndFactor')]}
        />
        <tbody>
          {officers.map((officer) => (
            <tr key={officer.id}>
              <th scope="row">
                <a
                  href={hrefTo(language, {
                    pathname: '/desk/officers/[id]',
                    params: { id: officer.id },
                  })}
                >
                  {officer.name}
                </a>{' '}
                {officer.id === selfId && t('people.you')}
                <small>{officer.email}</small>
                {officer.disabledAt && (
                  <strong className="desk-error">{t('people.disabled')}</strong>
                )}
              </th>
              <td>
                {t(`roles.${officer.role}`)} · {cityName(officer.city, language)}
                {officer.role === 'editor' && (
                  <small>
                    {t('people.fields')} {officer.fields.join(' · ') || t('people.allFields')}
                  </small>
                )}
              </td>
              <td>
                {officer.lastSignInAt ? (
                  <TimeText time={officer.lastSignInAt} />
                ) : (
                  t(officer.hasPassword ? 'people.never' : 'people.noPassword')
                )}
                <small>
                  {t('people.secondFactor')} <SecondFactorWords {...officer.secondFactor} />
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What somebody proves themselves with beside the password, in words. */
export async function SecondFactorWords({
  authenticator,
  passkeys,
}: ListedOfficer['secondFactor']) {
  const t = await getTranslations('officers.people')
  const words = [
    ...(authenticator ? [t('authenticator')] : []),
    ...(passkeys > 0 ? [t('passkeys', { count: passkeys })] : []),
  ]
  return <>{words.join(' · ') || t('none')}</>
}
