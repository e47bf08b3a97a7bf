import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { formatNumber } from '@/i18n/formats'
import type { Messages } from '@/i18n/messages'

/** A part of the desk: what it is called, and what is said when there is nothing, are its messages. */
type Part = keyof Messages['desk']['lists'] & keyof Messages['desk']['empty']

/** One part of the desk: its heading with its count, what to do when there is nothing, and a link to the rest. */
export async function DeskSection({
  id,
  count,
  more,
  children,
}: {
  id: Part
  count: number
  /** Where all of it is shown; null when all of it is here. */
  more?: string | null
  children: ReactNode
}) {
  const t = await getTranslations('desk')
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={`desk-section ${count === 0 ? 'desk-none' : ''}`}
    >
      <h2 id={`${id}-title`}>{t('lists.heading', { list: t(`lists.${id}`), count })}</h2>
      {count === 0 ? <p className="quiet desk-empty">{t(`empty.${id}`)}</p> : children}
      {more && (
        <p>
          <a href={more} className="desk-more">
            {t('lists.more', { count })}
          </a>
        </p>
      )}
    </section>
  )
}

/** What there is today, in one glance: each count leads to its part of the page. */
export async function Today({ parts }: { parts: readonly { id: Part; count: number }[] }) {
  const [language, t] = [await getLocale(), await getTranslations('desk')]
  return (
    <nav aria-label={t('today.title')}>
      <ul className="desk-today">
        {parts.map(({ id, count }) => (
          <li key={id}>
            <a href={`#${id}`} className={`desk-count ${count === 0 ? 'desk-count-none' : ''}`}>
              <b>{formatNumber(count, language)}</b> <span>{t(`lists.${id}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
