import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { TableHead } from '@/components/site/table-head'
import { Words } from '@/components/site/words'
import { itemPage, textsPage } from '@/features/desk/frame/model'
import { StateMark } from '@/features/register/states/components/state-mark'
import { monthsSince } from '@/features/register/states/model/statements'
import { hrefTo } from '@/i18n/navigation'
import type { DeskItem } from '../queries/list-items'

/**
 * Items at the desk in the order given. On a narrow screen a row is a card.
 * @param today ISO.
 */
export async function ItemTable({
  items,
  today,
  caption,
  drafts,
  stated,
  to = 'update',
}: {
  items: readonly DeskItem[]
  today: string
  caption: string
  /** References of the items of which the officer has a draft, and of those of which a statement is underway. */
  drafts: ReadonlySet<string>
  stated: ReadonlySet<string>
  /** What a row links to: the statement form of the item, its confirmation, or its texts side by side. */
  to?: 'update' | 'confirmation' | 'texts'
}) {
  const [language, t] = [await getLocale(), await getTranslations('desk')]
  const statementOf = ({ reference }: DeskItem) => hrefTo(language, itemPage(reference))
  const textsOf = ({ kind, reference }: DeskItem) => hrefTo(language, textsPage(kind, reference))
  const pages = {
    update: statementOf,
    confirmation: (item: DeskItem) => `${statementOf(item)}#confirmation`,
    texts: textsOf,
  }
  return (
    <div className="desk-table">
      <table className="desk-items">
        <caption className="visually-hidden">{caption}</caption>
        <TableHead columns={[t('table.item'), t('form.state'), t('form.asOf')]} />
        <tbody>
          {items.map((item) => (
            <tr key={item.reference} data-row>
              <th scope="row">
                <a
                  href={pages[to](item)}
                  className="desk-item-link"
                  data-open
                  {...(to === 'texts' ? {} : { 'data-update': true })}
                >
                  <span className="reference">{item.reference}</span>{' '}
                  {item.itemised ? <Words text={item.title} /> : t('rows.slot')}
                </a>
                <span className="desk-marks">
                  {drafts.has(item.reference) && <span>{t('marks.draft')}</span>}
                  {stated.has(item.reference) && <span>{t('marks.waiting')}</span>}
                  {item.hasStaleText && to !== 'texts' && (
                    <a href={textsOf(item)}>{t('marks.stale')}</a>
                  )}
                  {to === 'texts' && (
                    <a href={statementOf(item)} data-update>
                      {t('rows.statement')}
                    </a>
                  )}
                </span>
              </th>
              <td>
                <StateMark state={item.state} />
              </td>
              <td>
                {item.asOf ? (
                  <>
                    <DateText date={item.asOf} />{' '}
                    <small className="quiet">
                      {t('table.months', { count: monthsSince(item.asOf, today) })}
                    </small>
                  </>
                ) : (
                  '—'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
