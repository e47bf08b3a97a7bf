import { getLocale, getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { HistoryPage } from '@/app/[locale]/(public)/history-page'
import { findProject } from '@/features/register/projects/queries/find-project'
import { historyPage } from '@/features/register/subjects/model/pages'
import { pickText } from '@/i18n/localized-text'

async function findTitle(reference: string) {
  const [project, language] = [await findProject(reference), await getLocale()]
  const t = await getTranslations('projects')
  return (
    project && {
      reference,
      title: pickText(project.title, language)?.body ?? t('slot', { reference }),
    }
  )
}

export const generateMetadata = foundAndDescribed(findTitle, async ({ reference, title }) => {
  const t = await getTranslations('projects')
  return {
    here: historyPage('project', reference),
    title: t('historyTitle', {
      title: (await getTranslations('site'))('titled', { name: title, reference }),
    }),
    description: t('historyIntro'),
  }
})

export default foundAtItsMoment(findTitle, async function ProjectHistoryPage(project, at) {
  const [{ reference, title }, t] = [project, await getTranslations('projects')]
  return (
    <HistoryPage kind="project" reference={reference} label={title} at={at}>
      <p className="eyebrow reference">{reference}</p>
      <h1>{t('historyTitle', { title })}</h1>
      <p>{t('historyIntro')}</p>
    </HistoryPage>
  )
})
