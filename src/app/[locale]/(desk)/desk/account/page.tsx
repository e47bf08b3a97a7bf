import { getLocale, getTranslations } from 'next-intl/server'
import { Alert, Done } from '@/components/forms/outcome'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { Authenticator } from '@/features/desk/officers/components/authenticator'
import { PasskeyForm } from '@/features/desk/officers/components/passkey-form'
import { PasskeyList } from '@/features/desk/officers/components/passkey-list'
import { PasswordChangeForm } from '@/features/desk/officers/components/password-change-form'
import { PreferencesForm } from '@/features/desk/officers/components/preferences-form'
import { SessionList } from '@/features/desk/officers/components/session-list'
import { passkeyOrigin, readOwnAccount } from '@/features/desk/officers/queries'
import { currentSessionId, requireOfficer } from '@/features/desk/officers/session'
import { hrefTo } from '@/i18n/navigation'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AccountPage({ searchParams }: Props) {
  const [language, t, { done }] = [
    await getLocale(),
    await getTranslations('account'),
    await searchParams,
  ]
  const here = hrefTo(language, '/desk/account')
  const officer = await requireOfficer(language, here)
  const account = await readOwnAccount(officer.id)
  const origin = passkeyOrigin()
  return (
    <DeskPage here="/desk/account" officer={officer}>
      <h1>{t('title')}</h1>
      {officer.needsSecondFactor && <Alert>{t('needed')}</Alert>}
      {(done === 'sessions' ||
        done === 'password' ||
        done === 'preferences' ||
        done === 'passkey') && <Done>{t(`done.${done}`)}</Done>}
      <h2>{t('secondFactor.title')}</h2>
      <p>{t('secondFactor.intro')}</p>
      <h3>{t('app.title')}</h3>
      <Authenticator left={account.recoveryCodes} />
      <h3>{t('passkeys.title')}</h3>
      <p>{t('passkeys.intro')}</p>
      <PasskeyList passkeys={account.passkeys} />
      {origin ? <PasskeyForm origin={origin} account={here} /> : <p>{t('passkeys.notHere')}</p>}
      <h2>{t('sessions.title')}</h2>
      <SessionList sessions={account.sessions} ownId={await currentSessionId()} />
      <h2>{t('password.title')}</h2>
      <PasswordChangeForm />
      <h2>{t('preferences.title')}</h2>
      <PreferencesForm account={account} />
    </DeskPage>
  )
}
