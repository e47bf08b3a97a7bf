import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '../../../components/words'
import { hrefTo } from '../../../i18n/navigation'
import { monthsSince } from '../model'
import type { ItemForUpdate } from '../queries'
import { StateMark } from './state-mark'

/** Items at the desk in the order given: each leads to its update. `today` is an ISO day. */
export async function ItemTable({ items, today }: { items: ItemForUpdate[]; today: string }) {
  const [language, t] = [await getLocale(), await getTranslations('desk')]
  return (
    <div className="desk-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('table.item')}</th>
            <th scope="col">{t('form.state')}</th>
            <th scope="col">{t('form.asOf')}</th>
            <th scope="col">{t('table.silence')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ reference, title, live }) => (
            <tr key={reference}>
              <td>
                <a
                  href={hrefTo(language, {
                    pathname: '/desk/items/[reference]',
                    params: { reference },
                  })}
                >
                  {reference}
                </a>{' '}
                <Words text={title} />
              </td>
              <td>
                <StateMark state={live.state} />
              </td>
              <td>{live.asOf ?? '—'}</td>
              <td>
                {live.asOf
                  ? t('table.months', { count: monthsSince(live.asOf, today) })
                  : t('table.never')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
