import { getLocale, getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { Done } from '@/components/forms/outcome'
import { Pager } from '@/components/site/pager'
import { ContradictionRows } from '@/features/desk/contradictions/components/contradiction-rows'
import { listContradictions } from '@/features/desk/contradictions/queries'
import { DeskHelp } from '@/features/desk/frame/components/desk-help'
import { DeskKeys } from '@/features/desk/frame/components/desk-keys'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { DeskSection, Today } from '@/features/desk/frame/components/desk-section'
import { markSeenAction } from '@/features/desk/officers/actions/seen'
import { isReviewer } from '@/features/desk/officers/policy'
import { requireOfficer } from '@/features/desk/officers/session'
import { DraftRows } from '@/features/desk/round/drafts/components/draft-rows'
import { listDrafted, listDrafts } from '@/features/desk/round/drafts/queries'
import { SubmissionRows } from '@/features/desk/round/review/components/submission-rows'
import { listToAgree } from '@/features/desk/round/review/queries/list-to-agree'
import { ItemFilterForm } from '@/features/desk/round/statements/components/item-filter-form'
import { ItemTable } from '@/features/desk/round/statements/components/item-table'
import { itemFilter } from '@/features/desk/round/statements/input/item-filter'
import {
  listItems,
  listQuietItems,
  listToConfirm,
} from '@/features/desk/round/statements/queries/list-items'
import {
  countSubmissions,
  listStated,
  listSubmissions,
} from '@/features/desk/round/submissions/queries/list-submissions'
import { PublishedRows } from '@/features/register/history/components/published-rows'
import { listPublishedSince } from '@/features/register/log/queries/revisions'
import { hongKongDay } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import { now } from '@/server/clock'
import { environment } from '@/server/environment'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The most rows of a part while the others are shown too, and of the one that is asked for whole. */
const [few, many] = [8, 200]

export default async function DeskHome({ searchParams }: Props) {
  const [language, t, query] = [
    await getLocale(),
    await getTranslations('desk'),
    await searchParams,
  ]
  const officer = await requireOfficer(language, hrefTo(language, '/desk'))
  const today = hongKongDay(now())
  const filter = itemFilter.read(query)
  const whole = typeof query.show === 'string' ? query.show : null
  const most = (part: string) => (whole === part ? many : few)
  const address = (changed: Record<string, string>, part: string) =>
    `${hrefTo(language, { pathname: '/desk', query: changed })}#${part}`
  const more = (part: string, shown: number, count: number) =>
    shown < count && whole !== part ? address({ show: part }, part) : null

  const counts = await countSubmissions(officer)
  const submissions = await listSubmissions(officer, { take: whole ? many : few })
  const { drafts, total: draftCount } = await listDrafts(officer, { take: most('drafts') })
  const published = await listPublishedSince(officer.id, most('published'))
  const news = await listQuietItems(officer, today, { take: few })
  const contradicted = await listContradictions({ take: most('contradictions') })
  const toConfirm = await listToConfirm(officer, { take: most('toConfirm') })
  const toAgree = await listToAgree(officer)
  const list = await listItems(officer, filter, today)
  const shown = [...list.items, ...news.quiet, ...news.stale, ...toConfirm.items].map(
    ({ reference }) => reference,
  )
  const marks = { drafts: await listDrafted(officer, shown), stated: await listStated(shown) }
  const rounds = (['returned', 'toReview', 'waiting', 'approved'] as const).filter(
    (part) => part !== 'toReview' || isReviewer(officer),
  )
  const round = (part: keyof typeof submissions) => (
    <DeskSection
      key={part}
      id={part}
      count={counts[part]}
      more={more(part, submissions[part].length, counts[part])}
    >
      <SubmissionRows list={part} submissions={submissions[part].slice(0, most(part))} />
    </DeskSection>
  )
  const counted = (part: (typeof rounds)[number]) => ({ id: part, count: counts[part] })
  const quietCount = news.quietTotal + news.staleTotal
  const isNarrowed = itemFilter.conditions.some((key) => filter[key] !== undefined)
  const { done } = query
  return (
    <DeskPage
      here={{
        pathname: '/desk',
        query: { ...itemFilter.write(filter), ...(whole ? { show: whole } : {}) },
      }}
      officer={officer}
    >
      <div className="desk-head">
        <h1>{t('name')}</h1>
        <DeskKeys />
      </div>
      {officer.role === 'admin' && !environment().CONTACT_EMAIL && (
        <p className="notice">{t('noContact')}</p>
      )}
      {isDone(done) && <Done>{t(`done.${done}`)}</Done>}
      <Today
        parts={[
          ...rounds.slice(0, -2).map(counted),
          { id: 'drafts', count: draftCount },
          ...rounds.slice(-2).map(counted),
          { id: 'toAgree', count: toAgree.length },
          { id: 'toConfirm', count: toConfirm.total },
          { id: 'quiet', count: quietCount },
          { id: 'contradictions', count: contradicted.total },
          { id: 'published', count: published.total },
          { id: 'items', count: list.total },
        ]}
      />
      <DeskHelp>
        <p>{t('help.desk.order')}</p>
        <p>{t('help.desk.round')}</p>
        <p>{t('help.desk.news')}</p>
      </DeskHelp>
      {rounds.slice(0, -2).map(round)}
      <DeskSection id="drafts" count={draftCount} more={more('drafts', drafts.length, draftCount)}>
        <DraftRows drafts={drafts} />
      </DeskSection>
      {rounds.slice(-2).map(round)}
      {toAgree.length > 0 && (
        <DeskSection id="toAgree" count={toAgree.length}>
          <SubmissionRows list="toAgree" submissions={toAgree} />
        </DeskSection>
      )}
      <DeskSection
        id="toConfirm"
        count={toConfirm.total}
        more={more('toConfirm', toConfirm.items.length, toConfirm.total)}
      >
        <ItemTable
          items={toConfirm.items}
          today={today}
          caption={t('lists.toConfirm')}
          to="confirmation"
          {...marks}
        />
      </DeskSection>
      <DeskSection id="quiet" count={quietCount}>
        {(
          [
            ['quiet', news.quiet, news.quietTotal, { news: 'none' }],
            ['stale', news.stale, news.staleTotal, { texts: 'stale', slots: 'all' }],
          ] as const
        ).map(
          ([part, items, total, asked]) =>
            total > 0 && (
              <Fragment key={part}>
                {part === 'stale' && (
                  <h3>{t('lists.heading', { list: t('lists.stale'), count: total })}</h3>
                )}
                <ItemTable
                  items={items}
                  today={today}
                  caption={t(`lists.${part}`)}
                  to={part === 'stale' ? 'texts' : 'update'}
                  {...marks}
                />
                {items.length < total && (
                  <p>
                    <a href={address(asked, 'items')} className="desk-more">
                      {t('lists.more', { count: total })}
                    </a>
                  </p>
                )}
              </Fragment>
            ),
        )}
      </DeskSection>
      <DeskSection
        id="contradictions"
        count={contradicted.total}
        more={more('contradictions', contradicted.contradictions.length, contradicted.total)}
      >
        <ContradictionRows contradictions={contradicted.contradictions} />
      </DeskSection>
      <DeskSection
        id="published"
        count={published.total}
        more={more('published', published.changes.length, published.total)}
      >
        <PublishedRows changes={published.changes} />
        <form action={markSeenAction}>
          <HiddenFields values={{ revision: published.head }} />
          <button type="submit" className="desk-button-quiet">
            {t('published.seen')}
          </button>
        </form>
      </DeskSection>
      <section id="items" aria-labelledby="items-title" className="desk-section">
        <h2 id="items-title">
          {t('lists.heading', { list: t('lists.items'), count: list.total })}
        </h2>
        <ItemFilterForm filter={filter} counts={list.counts} />
        {list.total === 0 ? (
          <p className="quiet">{t(isNarrowed ? 'empty.filtered' : 'empty.items')}</p>
        ) : (
          <ItemTable
            items={list.items}
            today={today}
            caption={t('table.caption', { total: list.total })}
            {...marks}
          />
        )}
        <Pager
          {...list}
          shown={list.items.length}
          address={(page) => address(itemFilter.write({ ...filter, page }), 'items')}
        />
      </section>
    </DeskPage>
  )
}

const acts = ['publish', 'waits', 'agree', 'return', 'withdraw', 'approve', 'seen'] as const

function isDone(done: unknown): done is (typeof acts)[number] {
  return (acts as readonly unknown[]).includes(done)
}
