import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { atItsMoment, describedAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { PublicPage } from '@/components/site/public-page'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { History } from '@/features/register/history/components/history'
import { readWords } from '@/features/register/history/queries/named'
import { listRevisions } from '@/features/register/log/queries/revisions'
import { historyPage, revisionPage, subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'

type Props = {
  params: Promise<{ reference: string }>
  searchParams: Promise<{ at?: string | string[] }>
}

export const generateMetadata = describedAtItsMoment(
  async ({ params }: Props): Promise<Metadata> => {
    const [language, t] = [await getLocale(), await getTranslations('documents')]
    const { reference } = await params
    return pageMetadata({
      language,
      here: historyPage('document', reference),
      title: t('historyTitle', { reference }),
      description: t('historyDescription', { reference }),
    })
  },
)

export default atItsMoment(async function DocumentHistoryPage({ params, searchParams }: Props) {
  const { reference } = await params
  const revisions = await listRevisions({ kind: 'document', reference })
  const latest = revisions[0]
  if (!latest) notFound()
  const [language, t] = [await getLocale(), await getTranslations('documents')]
  return (
    <PublicPage
      here={historyPage('document', reference)}
      revisedOn={latest.recordedAt}
      trail={[
        { label: t('title'), href: hrefTo(language, '/documents') },
        {
          label: reference,
          href: hrefTo(language, subjectPage('document', reference)),
        },
      ]}
    >
      <h1>{t('historyTitle', { reference })}</h1>
      <History
        names={await readWords(revisions)}
        revisions={revisions}
        pageOf={(number) => revisionPage('document', reference, number)}
      />
      <DownloadLine
        of="list"
        table="revisions"
        query={{ kind: 'document', reference }}
        at={(await searchParams).at}
      />
    </PublicPage>
  )
})
