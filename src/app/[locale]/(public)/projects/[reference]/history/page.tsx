import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { atItsMoment, describedAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { PublicPage } from '@/components/site/public-page'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { History } from '@/features/register/history/components/history'
import { readWords } from '@/features/register/history/queries/named'
import { listRevisions } from '@/features/register/log/queries/revisions'
import { findProject } from '@/features/register/projects/queries/find-project'
import { historyPage, revisionPage, subjectPage } from '@/features/register/subjects/model/pages'
import type { Language } from '@/i18n/language'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'

type Props = {
  params: Promise<{ reference: string }>
  searchParams: Promise<{ at?: string | string[] }>
}

async function titleOf(reference: string, language: Language): Promise<string | null> {
  const project = await findProject(reference)
  const t = await getTranslations('projects')
  return project && (pickText(project.title, language)?.body ?? t('slot', { reference }))
}

export const generateMetadata = describedAtItsMoment(
  async ({ params }: Props): Promise<Metadata> => {
    const { reference } = await params
    const [language, t] = [await getLocale(), await getTranslations('projects')]
    const title = await titleOf(reference, language)
    if (title === null) return {}
    return pageMetadata({
      language,
      here: historyPage('project', reference),
      title: t('historyTitle', { title: `${title} (${reference})` }),
      description: t('historyIntro'),
    })
  },
)

export default atItsMoment(async function ProjectHistoryPage({ params, searchParams }: Props) {
  const { reference } = await params
  const [language, t] = [await getLocale(), await getTranslations('projects')]
  const title = await titleOf(reference, language)
  if (title === null) notFound()
  const revisions = await listRevisions({ kind: 'project', reference })
  return (
    <PublicPage
      here={historyPage('project', reference)}
      revisedOn={revisions[0]?.recordedAt ?? null}
      trail={[
        { label: t('title'), href: hrefTo(language, '/projects') },
        {
          label: title,
          href: hrefTo(language, subjectPage('project', reference)),
        },
      ]}
    >
      <p className="eyebrow reference">{reference}</p>
      <h1>{t('historyTitle', { title })}</h1>
      <p>{t('historyIntro')}</p>
      <History
        names={await readWords(revisions)}
        revisions={revisions}
        pageOf={(number) => revisionPage('project', reference, number)}
      />
      <DownloadLine
        of="list"
        table="revisions"
        query={{ kind: 'project', reference }}
        at={(await searchParams).at}
      />
    </PublicPage>
  )
})
