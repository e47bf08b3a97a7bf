import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '../../../components/date-text'
import { Words } from '../../../components/words'
import { hrefTo } from '../../../i18n/navigation'
import type { ItemForUpdate } from '../queries'
import { StateMark } from './state-mark'

/** Published statements that the officer’s side has said nothing of yet, each leading to where it can. */
export async function ToConfirm({ items }: { items: readonly ItemForUpdate[] }) {
  const [language, t] = [await getLocale(), await getTranslations('progress')]
  return (
    <ul className="desk-rows">
      {items.map(({ reference, title, live }) => (
        <li key={reference} data-row>
          <p className="desk-row-title">
            <a
              href={`${hrefTo(language, {
                pathname: '/desk/items/[reference]',
                params: { reference },
              })}#confirmation`}
              data-open
              data-update
            >
              <span className="reference">{reference}</span> <Words text={title} />
            </a>
          </p>
          <p className="desk-row-facts">
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
