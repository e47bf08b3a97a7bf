import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { CompareForm } from '@/features/register/history/components/compare-form'
import { Comparison } from '@/features/register/history/components/comparison'
import { type ComparedEnd, endOf } from '@/features/register/history/model/comparison'
import { readNamed } from '@/features/register/history/queries/named'
import type { ShownRevision } from '@/features/register/log/model'
import { findRevision, listRevisions } from '@/features/register/log/queries/revisions'
import {
  comparisonPage,
  historyPage,
  subjectPage,
  type WithHistory,
} from '@/features/register/subjects/model/pages'
import { formatDay, hongKongDay } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import type { AddressQuery } from '@/i18n/parameter'
import { now } from '@/server/clock'
import { foundAndDescribed, foundAtItsMoment } from './at-its-moment'

type Found = { reference: string; revisions: ShownRevision[] }

/** The page of what differs between two revisions of a subject, for subjects of a kind. */
export function comparePageOf(kind: WithHistory) {
  const find = async (reference: string): Promise<Found | null> => {
    const revisions = await listRevisions({ kind, reference })
    return revisions.length > 0 ? { reference, revisions } : null
  }
  const described = foundAndDescribed(find, async ({ reference }) => {
    const t = await getTranslations('compare')
    return {
      here: comparisonPage(kind, reference, null),
      title: t('title', { reference }),
      description: t('description', { reference }),
    }
  })
  return {
    /** Any two of many revisions: not for search engines. */
    generateMetadata: async (props: Parameters<typeof described>[0]): Promise<Metadata> => ({
      ...(await described(props)),
      robots: { index: false, follow: true },
    }),
    Page: foundAtItsMoment(find, (found, _, query) => ComparePage({ kind, ...found, query })),
  }
}

type Props = Found & { kind: WithHistory; query: AddressQuery }

async function ComparePage({ kind, reference, revisions, query }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('compare')]
  const section = await getTranslations(`${kind}s`)
  const words = await getTranslations('revisions')
  const [from, to] = [endIn(query.from, revisions), endIn(query.to, revisions)]
  const ends = from && to ? { from: from.asked, to: to.asked } : null
  return (
    <PublicPage
      here={comparisonPage(kind, reference, ends)}
      revisedOn={revisions[0]?.recordedAt ?? null}
      trail={[
        { label: section('title'), href: hrefTo(language, `/${kind}s`) },
        { label: reference, href: hrefTo(language, subjectPage(kind, reference)) },
        { label: words('history'), href: hrefTo(language, historyPage(kind, reference)) },
      ]}
    >
      <h1>{t('title', { reference })}</h1>
      <p className="lead">{t('description', { reference })}</p>
      <CompareForm kind={kind} reference={reference} revisions={revisions} ends={{ from, to }} />
      <Compared kind={kind} reference={reference} revisions={revisions} ends={[from, to]} />
    </PublicPage>
  )
}

/** An end that the address names; null where it names none. */
function endIn(asked: AddressQuery[string], revisions: ShownRevision[]): ComparedEnd | null {
  const one = Array.isArray(asked) ? asked[0] : asked
  return one ? endOf(one.slice(0, 40), revisions, hongKongDay(now())) : null
}

/** What differs between the two; or, in words, why nothing is compared. */
async function Compared({
  kind,
  reference,
  revisions,
  ends: [from, to],
}: Omit<Props, 'query'> & { ends: [ComparedEnd | null, ComparedEnd | null] }) {
  const t = await getTranslations('compare')
  if (!from || !to) return <p className="notice">{t('missing')}</p>
  if (from.problem !== null || to.problem !== null) {
    return [...new Set([from, to])].map((end) =>
      end.problem === null ? null : <Problem key={end.asked} end={end} revisions={revisions} />,
    )
  }
  if (from.revision.revision === to.revision.revision) {
    return <p className="notice">{t('same', { number: String(to.revision.revision) })}</p>
  }
  const [before, after] = [
    await findRevision({ kind, reference }, from.revision.revision),
    await findRevision({ kind, reference }, to.revision.revision),
  ]
  if (!before || !after) return null
  return (
    <Comparison
      kind={kind}
      reference={reference}
      from={from}
      to={to}
      snapshots={{ from: before.snapshot, to: after.snapshot }}
      names={await readNamed([before.snapshot, after.snapshot])}
    />
  )
}

async function Problem({
  end: { asked, isDay, problem },
  revisions,
}: {
  end: Extract<ComparedEnd, { revision: null }>
  revisions: readonly ShownRevision[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('compare.problems')]
  const first = revisions.at(-1)
  return (
    <p className="notice">
      {t(problem, {
        asked: isDay ? formatDay(asked, language) : asked,
        latest: String(revisions[0]?.revision),
        first: first ? formatDay(first.recordedAt, language) : '',
      })}
    </p>
  )
}
