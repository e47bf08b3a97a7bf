import { getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { HistoryPage } from '@/app/[locale]/(public)/history-page'
import { findDevelopment } from '@/features/register/developments/queries'
import { historyPage } from '@/features/register/subjects/model/pages'

export const generateMetadata = foundAndDescribed(findDevelopment, async ({ slug: reference }) => {
  const t = await getTranslations('developments')
  return {
    here: historyPage('development', reference),
    title: t('historyTitle', { reference }),
    description: t('historyDescription', { reference }),
  }
})

export default foundAtItsMoment(
  findDevelopment,
  async function DevelopmentHistoryPage({ slug: reference }, at) {
    const t = await getTranslations('developments')
    return (
      <HistoryPage kind="development" reference={reference} label={reference} at={at}>
        <h1>{t('historyTitle', { reference })}</h1>
      </HistoryPage>
    )
  },
)
