import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '@/i18n/formats'

type Props = {
  /** The number of the first and last item shown, from 1, and of all items. */
  from: number
  to: number
  total: number
  /** Addresses of the neighbouring pages; null at either end. */
  previous: string | null
  next: string | null
}

/** Which part of a list this is, and a link to the rest. */
export async function Pager({ from, to, total, previous, next }: Props) {
  if (!previous && !next) return null
  const [language, t] = [await getLocale(), await getTranslations('site.pager')]
  const number = (value: number) => formatNumber(value, language)
  return (
    <nav className="pager" aria-label={t('label')}>
      {previous && (
        <a href={previous} rel="prev">
          {t('previous')}
        </a>
      )}
      <span>{t('range', { from: number(from), to: number(to), total: number(total) })}</span>
      {next && (
        <a href={next} rel="next">
          {t('next')}
        </a>
      )}
    </nav>
  )
}
