import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { formatNumber } from '@/i18n/formats'

/** One part of the desk: its heading with its count, what to do when there is nothing, and a link to the rest. */
export async function DeskSection({
  id,
  title,
  count,
  empty,
  more,
  children,
}: {
  /** What the counts at the top lead to. */
  id: string
  title: string
  count: number
  /** Said in place of `children` when the count is 0. */
  empty: string
  /** Where all of it is shown; null when all of it is here. */
  more?: string | null
  children: ReactNode
}) {
  const t = await getTranslations('desk.lists')
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={`desk-section ${count === 0 ? 'desk-none' : ''}`}
    >
      <h2 id={`${id}-title`}>{t('heading', { list: title, count })}</h2>
      {count === 0 ? <p className="quiet desk-empty">{empty}</p> : children}
      {more && (
        <p>
          <a href={more} className="desk-more">
            {t('more', { count })}
          </a>
        </p>
      )}
    </section>
  )
}

/** What there is today, in one glance: each count leads to its part of the page. */
export async function Today({
  parts,
}: {
  parts: readonly { id: string; title: string; count: number }[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('desk.today')]
  return (
    <nav aria-label={t('title')}>
      <ul className="desk-today">
        {parts.map(({ id, title, count }) => (
          <li key={id}>
            <a href={`#${id}`} className={`desk-count ${count === 0 ? 'desk-count-none' : ''}`}>
              <b>{formatNumber(count, language)}</b> <span>{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
