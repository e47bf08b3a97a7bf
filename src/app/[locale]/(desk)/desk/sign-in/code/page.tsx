import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { CodeForm } from '@/features/desk/officers/components/code-form'
import { deskPath } from '@/features/desk/officers/model'
import { awaitsCode } from '@/features/desk/officers/session'
import { hrefTo } from '@/i18n/navigation'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInCodePage({ searchParams }: Props) {
  const [language, t, query] = [
    await getLocale(),
    await getTranslations('officers'),
    await searchParams,
  ]
  const next = deskPath(typeof query.next === 'string' ? query.next : null)
  const again = { pathname: '/desk/sign-in', ...(next ? { query: { next } } : {}) } as const
  if (!(await awaitsCode())) redirect(hrefTo(language, again))
  return (
    <DeskPage here={{ ...again, pathname: '/desk/sign-in/code' }} officer={null}>
      <h1>{t('code.title')}</h1>
      <p>{t('code.intro')}</p>
      <CodeForm next={next ?? ''} />
      <p>
        <a href={hrefTo(language, again)}>{t('code.again')}</a>
      </p>
    </DeskPage>
  )
}
