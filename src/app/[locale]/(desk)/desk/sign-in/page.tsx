import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Alert } from '@/components/forms/outcome'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { PasskeySignIn } from '@/features/desk/officers/components/passkey-sign-in'
import { SignInForm } from '@/features/desk/officers/components/sign-in-form'
import { deskPath } from '@/features/desk/officers/model'
import { passkeyOrigin } from '@/features/desk/officers/queries'
import { currentOfficer } from '@/features/desk/officers/session'
import { hrefTo } from '@/i18n/navigation'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const [language, t, refusals, query] = [
    await getLocale(),
    await getTranslations('officers'),
    await getTranslations('refusals'),
    await searchParams,
  ]
  const next = deskPath(typeof query.next === 'string' ? query.next : null)
  if (await currentOfficer()) redirect(next ?? hrefTo(language, '/desk'))
  const origin = passkeyOrigin()
  const here = { pathname: '/desk/sign-in', ...(next ? { query: { next } } : {}) } as const
  return (
    <DeskPage here={here} officer={null}>
      <h1>{t('signIn')}</h1>
      {query.done === 'password' && <p className="desk-notice">{t('passwordSet')}</p>}
      {query.done === 'expired' && <Alert>{refusals('challenge_expired')}</Alert>}
      <SignInForm next={next ?? ''} />
      {origin && <PasskeySignIn next={next ?? ''} origin={origin} />}
    </DeskPage>
  )
}
