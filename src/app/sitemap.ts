import type { MetadataRoute } from 'next'
import { listPublicReferences } from '../features/register/search/queries/public-references'
import { ledgerPage, subjectPage } from '../features/register/subjects/model/pages'
import { languages, languageTags } from '../i18n/language'
import { type Href, hrefTo } from '../i18n/navigation'
import { environment } from '../server/environment'

export const dynamic = 'force-dynamic'

/** Every public page, in each language, with its other languages beside it. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const held = await listPublicReferences()
  const pages: Href[] = [
    '/',
    '/conferences',
    '/projects',
    '/documents',
    '/organisations',
    '/changes',
    '/about',
    '/glossary',
    '/verify',
    '/developers',
    '/data',
    '/data/dictionary',
    ...held.conferences.flatMap((reference): Href[] => [
      subjectPage('conference', reference),
      ledgerPage(reference),
    ]),
    ...held.fields.map((reference) => subjectPage('field', reference)),
    ...held.projects.map((reference) => subjectPage('project', reference)),
    ...held.documents.map((reference) => subjectPage('document', reference)),
    ...held.organisations.map((slug) => subjectPage('organisation', slug)),
  ]
  const { BASE_URL } = environment()
  return pages.flatMap((page) => {
    const alternates = {
      languages: {
        ...Object.fromEntries(
          languages.map((language) => [
            languageTags[language],
            `${BASE_URL}${hrefTo(language, page)}`,
          ]),
        ),
        'x-default': `${BASE_URL}${hrefTo('zh-Hant', page)}`,
      },
    }
    return languages.map((language) => ({
      url: `${BASE_URL}${hrefTo(language, page)}`,
      alternates,
    }))
  })
}
