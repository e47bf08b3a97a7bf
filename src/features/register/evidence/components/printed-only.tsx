import { getLocale, getTranslations } from 'next-intl/server'
import type { ShownSource } from '@/features/register/sources/model'
import { formatDay } from '@/i18n/formats'
import { isPrintOnly } from '../model'

/** Of a printed page without a known address, what is held of it and what it takes to check it; nothing of any other source. */
export async function PrintedOnly({ source }: { source: ShownSource }) {
  if (!isPrintOnly(source)) return null
  const [language, t] = [await getLocale(), await getTranslations('sources.printed')]
  const day = source.publishedOn && formatDay(source.publishedOn, language)
  return (
    <div className="notice">
      <p>{t('held')}</p>
      <p>{day ? t('look', { day }) : t('lookUndated')}</p>
    </div>
  )
}
