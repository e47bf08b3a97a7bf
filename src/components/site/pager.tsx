import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '@/i18n/formats'

type Props<Page> = {
  /** The number of the first item shown, from 1; how many are shown, and of how many. */
  from: number
  shown: number
  total: number
  /** The neighbouring pages; null at either end. */
  previous: Page | null
  next: Page | null
  address: (page: Page) => string
}

/** Which part of a list this is, and a link to the rest. */
export async function Pager<Page>({ from, shown, total, previous, next, address }: Props<Page>) {
  if (previous === null && next === null) return null
  const [language, t] = [await getLocale(), await getTranslations('site.pager')]
  const number = (value: number) => formatNumber(value, language)
  return (
    <nav className="pager" aria-label={t('label')}>
      {previous !== null && (
        <a href={address(previous)} rel="prev">
          {t('previous')}
        </a>
      )}
      <span>
        {t('range', { from: number(from), to: number(from + shown - 1), total: number(total) })}
      </span>
      {next !== null && (
        <a href={address(next)} rel="next">
          {t('next')}
        </a>
      )}
    </nav>
  )
}
