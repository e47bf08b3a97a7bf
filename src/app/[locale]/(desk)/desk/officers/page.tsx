import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { shownChoices } from '@/features/desk/officers/components/field-choices'
import { OfficerForm } from '@/features/desk/officers/components/officer-form'
import { OfficerTable } from '@/features/desk/officers/components/officer-table'
import { mayManageOfficers } from '@/features/desk/officers/policy'
import { listOfficers } from '@/features/desk/officers/queries'
import { requireOfficer } from '@/features/desk/officers/session'
import { listCities } from '@/features/register/cities/queries'
import { listFieldChoices } from '@/features/register/fields/queries'
import { hrefTo } from '@/i18n/navigation'

export default async function OfficersPage() {
  const [language, t] = [await getLocale(), await getTranslations('officers')]
  const officer = await requireOfficer(language, hrefTo(language, '/desk/officers'))
  if (!mayManageOfficers(officer)) forbidden()
  const [officers, conferences] = [await listOfficers(), await listFieldChoices()]
  return (
    <DeskPage here="/desk/officers" officer={officer}>
      <h1>{t('people.title')}</h1>
      <p>
        <a href="#add">{t('people.addLink')}</a>
      </p>
      <OfficerTable officers={officers} selfId={officer.id} />
      <h2 id="add">{t('people.addLink')}</h2>
      <OfficerForm
        id={null}
        initial={{
          email: '',
          name: '',
          role: 'editor',
          side: officer.side,
          language: '',
          fields: [],
        }}
        choices={shownChoices(conferences, language)}
        cities={await listCities()}
        isSelf={false}
      />
    </DeskPage>
  )
}
