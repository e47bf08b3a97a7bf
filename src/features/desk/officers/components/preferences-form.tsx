import { getTranslations } from 'next-intl/server'
import { Choice } from '@/components/forms/choice'
import { changePreferencesAction } from '../actions/account'
import type { OwnAccount } from '../model'
import { AccountForm } from './account-form'
import { LanguageChoice } from './officer-form'

/** One's own language, and which mails one gets. */
export async function PreferencesForm({ account }: { account: OwnAccount }) {
  const t = await getTranslations('account.preferences')
  const switches = [
    { name: 'mailReturned', kind: 'returned' },
    { name: 'mailReview', kind: 'review' },
    { name: 'mailDigest', kind: 'digest' },
  ] as const
  return (
    <AccountForm action={changePreferencesAction} className="desk-form" submit={t('save')}>
      <div className="desk-columns">
        <LanguageChoice legend={t('language')} chosen={account.language} />
        <fieldset className="desk-group">
          <legend>{t('mail')}</legend>
          {switches.map(({ name, kind }) => (
            <Choice key={name} type="checkbox" name={name} defaultChecked={account.mail[kind]}>
              {t(kind)}
            </Choice>
          ))}
        </fieldset>
      </div>
    </AccountForm>
  )
}
