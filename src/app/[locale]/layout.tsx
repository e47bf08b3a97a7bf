import '../globals.css'
import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import { hasLocale } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { languageTags } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'
import { routing } from '@/i18n/routing'
import { environment } from '@/server/environment'

// Every page reads the register, which does not exist during the build.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { colorScheme: 'light dark' }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site')
  return {
    metadataBase: new URL(environment().BASE_URL),
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    openGraph: { siteName: t('name') },
  }
}

type Props = { params: Promise<{ locale: string }>; children: ReactNode }

export default async function RootLayout({ params, children }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  const language = await getLocale()
  return (
    <html lang={languageTags[language]}>
      <head>
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          href={hrefTo(language, '/opensearch.xml')}
          title={(await getTranslations('site'))('name')}
        />
      </head>
      <body>{children}</body>
    </html>
  )
}
