import { getLocale, getTranslations } from 'next-intl/server'
import { changePreferencesAction } from '../actions/account'
import type { OwnAccount } from '../model'
import { LanguageChoice } from './officer-form'

/** One's own language, and which mails one gets. */
export async function PreferencesForm({ account }: { account: OwnAccount }) {
  const [language, t] = [await getLocale(), await getTranslations('account.preferences')]
  const switches = [
    { name: 'mailReturned', kind: 'returned' },
    { name: 'mailReview', kind: 'review' },
    { name: 'mailDigest', kind: 'digest' },
  ] as const
  return (
    <form action={changePreferencesAction} className="desk-form">
      <input type="hidden" name="language" value={language} />
      <div className="desk-columns">
        <LanguageChoice legend={t('language')} chosen={account.language} />
        <fieldset className="desk-group">
          <legend>{t('mail')}</legend>
          {switches.map(({ name, kind }) => (
            <label key={name} className="desk-choice">
              <input type="checkbox" name={name} defaultChecked={account.mail[kind]} />
              <span>{t(kind)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <div className="desk-actions">
        <button type="submit" className="button">
          {t('save')}
        </button>
      </div>
    </form>
  )
}
