import { getTranslations } from 'next-intl/server'
import type { AppliedFilter } from './filter-form'

type Props = {
  heading: string
  /** Where or how to search. */
  hint: string | null
  applied: readonly AppliedFilter[]
  /** Where else to look. */
  elsewhere: readonly { label: string; href: string }[]
}

/** What to try when a list's filter leaves nothing. */
export async function NothingFound({ heading, hint, applied, elsewhere }: Props) {
  const t = await getTranslations('site.filter')
  return (
    <section>
      <h2>{heading}</h2>
      {hint && <p>{hint}</p>}
      {applied.length > 0 && (
        <>
          <p>{t('tryWithout')}</p>
          <ul className="suggestions">
            {applied.map(({ label, without }) => (
              <li key={without}>
                <a href={without}>{label}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <ul className="suggestions">
        {elsewhere.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
