import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '../../../../components/words'
import { DeskPage } from '../../../../features/officers/components/desk-page'
import { requireOfficer } from '../../../../features/officers/session'
import { ItemTable } from '../../../../features/progress/components/item-table'
import { ToConfirm } from '../../../../features/progress/components/to-confirm'
import { listMyItems, toConfirm } from '../../../../features/progress/queries'
import { listSubmissions } from '../../../../features/submissions/queries/list-submissions'
import { hrefTo } from '../../../../i18n/navigation'
import { hongKongDay, now } from '../../../../server/clock'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DeskHome({ searchParams }: Props) {
  const [language, t, query] = [
    await getLocale(),
    await getTranslations('desk'),
    await searchParams,
  ]
  const officer = await requireOfficer(language, hrefTo(language, '/desk'))
  const [items, submissions] = [await listMyItems(officer), await listSubmissions(officer)]
  const today = hongKongDay(now())
  const { done } = query
  const itemised = items.filter((item) => item.itemised)
  const slots = items.filter((item) => !item.itemised)
  return (
    <DeskPage here={{ pathname: '/desk' }} officer={officer}>
      <h1>{t('name')}</h1>
      {(done === 'publish' || done === 'return' || done === 'withdraw' || done === 'approve') && (
        <p className="desk-notice" role="status">
          {t(`done.${done}`)}
        </p>
      )}
      {(['toReview', 'returned', 'waiting'] as const).map(
        (list) =>
          submissions[list].length > 0 && (
            <section key={list}>
              <h2>{t(`lists.${list}`)}</h2>
              <ul>
                {submissions[list].map((submission) => (
                  <li key={submission.id}>
                    <a
                      href={hrefTo(language, {
                        pathname: '/desk/submissions/[id]',
                        params: { id: submission.id },
                      })}
                    >
                      {submission.reference}
                    </a>{' '}
                    <Words text={submission.title} /> <small>{submission.author.name}</small>
                    {submission.returnReason && <blockquote>{submission.returnReason}</blockquote>}
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      <ToConfirm items={toConfirm(officer, items)} />
      <h2>{t('lists.items', { count: itemised.length })}</h2>
      <p>{t('lists.order')}</p>
      <ItemTable items={itemised} today={today} />
      {slots.length > 0 && (
        <details>
          <summary>{t('lists.slots', { count: slots.length })}</summary>
          <ItemTable items={slots} today={today} />
        </details>
      )}
    </DeskPage>
  )
}
