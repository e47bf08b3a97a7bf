import { getLocale, getTranslations } from 'next-intl/server'
import { formatDay } from '@/i18n/formats'
import { isPrintOnly, type SourceWithResting } from '../model'

/** Of a printed page without a known address, all that is held of it and what it takes to check it; nothing of any other source. */
export async function PrintedOnly({ source }: { source: SourceWithResting }) {
  if (!isPrintOnly(source)) return null
  const [language, t] = [await getLocale(), await getTranslations('sources.printed')]
  const { publishedOn, resting } = source
  const isLocated = resting.some(({ citations }) => citations.some(({ locator }) => locator))
  const separator = language === 'en' ? ' ' : ''
  return (
    <p className="notice">
      {[
        t('held'),
        ...(isLocated ? [] : [t('noPage')]),
        publishedOn ? t('look', { day: formatDay(publishedOn, language) }) : t('lookUndated'),
      ].join(separator)}
    </p>
  )
}
