import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '../../../components/date-text'
import { Words } from '../../../components/words'
import { hrefTo } from '../../../i18n/navigation'
import type { ItemForUpdate } from '../queries'
import { StateMark } from './state-mark'

/** How many stand open; the rest is folded. */
const shownAtOnce = 5

/** Published statements that the officer's side has said nothing of yet, the latest first, each leading to where it can. Draws nothing when there are none. */
export async function ToConfirm({ items }: { items: readonly ItemForUpdate[] }) {
  if (items.length === 0) return null
  const t = await getTranslations('progress.confirmation')
  const latestFirst = [...items].reverse()
  const rest = latestFirst.slice(shownAtOnce)
  return (
    <section aria-labelledby="to-confirm">
      <h2 id="to-confirm">{t('toConfirm', { count: items.length })}</h2>
      <Rows items={latestFirst.slice(0, shownAtOnce)} />
      {rest.length > 0 && (
        <details>
          <summary>{t('moreToConfirm', { count: rest.length })}</summary>
          <Rows items={rest} />
        </details>
      )}
    </section>
  )
}

async function Rows({ items }: { items: readonly ItemForUpdate[] }) {
  const [language, t] = [await getLocale(), await getTranslations('progress')]
  return (
    <ul className="rows">
      {items.map(({ reference, title, live }) => (
        <li key={reference} className="row">
          <p className="row-title">
            <a
              href={`${hrefTo(language, {
                pathname: '/desk/items/[reference]',
                params: { reference },
              })}#confirmation`}
            >
              {reference} <Words text={title} />
            </a>
          </p>
          <p className="row-facts">
            <StateMark state={live.state} />
            {live.asOf && (
              <span className="quiet">
                {t('asOf')} <DateText date={live.asOf} />
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
