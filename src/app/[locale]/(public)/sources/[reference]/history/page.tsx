import { getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { HistoryPage } from '@/app/[locale]/(public)/history-page'
import { findSource } from '@/features/register/sources/queries'
import { historyPage } from '@/features/register/subjects/model/pages'

export const generateMetadata = foundAndDescribed(findSource, async ({ slug: reference }) => {
  const t = await getTranslations('sources')
  return {
    here: historyPage('source', reference),
    title: t('historyTitle', { reference }),
    description: t('historyDescription', { reference }),
  }
})

export default foundAtItsMoment(
  findSource,
  async function SourceHistoryPage({ slug: reference }, at) {
    const t = await getTranslations('sources')
    return (
      <HistoryPage kind="source" reference={reference} label={reference} at={at}>
        <h1>{t('historyTitle', { reference })}</h1>
      </HistoryPage>
    )
  },
)
