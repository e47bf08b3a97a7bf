import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskPage } from '../../../../../../features/officers/components/desk-page'
import { PasswordForm } from '../../../../../../features/officers/components/password-form'

// The address is the secret: it goes to no other site.
export const metadata: Metadata = { referrer: 'no-referrer' }

export default async function PasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, t] = [await params, await getTranslations('officers')]
  return (
    <DeskPage here={{ pathname: '/desk/password/[token]', params: { token } }} officer={null}>
      <h1>{t('setPassword')}</h1>
      <PasswordForm token={token} />
    </DeskPage>
  )
}
