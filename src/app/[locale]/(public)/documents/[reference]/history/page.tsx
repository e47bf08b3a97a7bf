import { getTranslations } from 'next-intl/server'
import { foundAndDescribed, foundAtItsMoment } from '@/app/[locale]/(public)/at-its-moment'
import { HistoryPage } from '@/app/[locale]/(public)/history-page'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { historyPage } from '@/features/register/subjects/model/pages'

export const generateMetadata = foundAndDescribed(findDocument, async ({ reference }) => {
  const t = await getTranslations('documents')
  return {
    here: historyPage('document', reference),
    title: t('historyTitle', { reference }),
    description: t('historyDescription', { reference }),
  }
})

export default foundAtItsMoment(findDocument, async function DocumentHistoryPage(document, at) {
  const [{ reference }, t] = [document, await getTranslations('documents')]
  return (
    <HistoryPage kind="document" reference={reference} label={reference} at={at}>
      <h1>{t('historyTitle', { reference })}</h1>
    </HistoryPage>
  )
})
