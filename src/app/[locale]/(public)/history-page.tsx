import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PublicPage } from '@/components/site/public-page'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { CompareForm } from '@/features/register/history/components/compare-form'
import { History } from '@/features/register/history/components/history'
import { readNamed } from '@/features/register/history/queries/named'
import { listRevisions } from '@/features/register/log/queries/revisions'
import {
  historyPage,
  revisionPage,
  subjectPage,
  type WithHistory,
} from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'

type Props = {
  kind: WithHistory
  reference: string
  /** What the item is called in the trail. */
  label: string
  /** The moment that the page was asked for. */
  at: unknown
  /** The heading, and what it means. */
  children: ReactNode
}

/** The page of the history of an item. */
export async function HistoryPage({ kind, reference, label, at, children }: Props) {
  const [language, t] = [await getLocale(), await getTranslations(`${kind}s`)]
  const revisions = await listRevisions({ kind, reference })
  return (
    <PublicPage
      here={historyPage(kind, reference)}
      revisedOn={revisions[0]?.recordedAt ?? null}
      trail={[
        { label: t('title'), href: hrefTo(language, `/${kind}s`) },
        { label, href: hrefTo(language, subjectPage(kind, reference)) },
      ]}
    >
      {children}
      <CompareForm kind={kind} reference={reference} revisions={revisions} />
      <History
        names={await readNamed(revisions)}
        revisions={revisions}
        pageOf={(number) => revisionPage(kind, reference, number)}
      />
      <DownloadLine of="list" table="revisions" query={{ kind, reference }} at={at} />
    </PublicPage>
  )
}
