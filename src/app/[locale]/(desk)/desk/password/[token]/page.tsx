import { getTranslations } from 'next-intl/server'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { PasswordForm } from '@/features/desk/officers/components/password-form'

export default async function PasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, t] = [await params, await getTranslations('officers')]
  return (
    <DeskPage here={{ pathname: '/desk/password/[token]', params: { token } }} officer={null}>
      <h1>{t('setPassword')}</h1>
      <PasswordForm token={token} />
    </DeskPage>
  )
}
