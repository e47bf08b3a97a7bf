import type { MetadataRoute } from 'next'
import { listPublicReferences } from '../features/register/search/queries/public-references'
import {
  kindOfSection,
  ledgerPage,
  type SubjectSection,
  subjectPage,
} from '../features/register/subjects/model/pages'
import { languages, languageTags } from '../i18n/language'
import { type Href, hrefTo } from '../i18n/navigation'
import { registerLists, standingPages } from '../i18n/routing'
import { environment } from '../server/environment'

export const dynamic = 'force-dynamic'

const sections = Object.keys(kindOfSection) as SubjectSection[]

/** Every public page, in each language, with its other languages beside it. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const held = await listPublicReferences()
  const pages: Href[] = [
    '/',
    ...[...registerLists, ...standingPages].map((page) => `/${page}` as const),
    '/data/dictionary',
    ...held.conferences.map(ledgerPage),
    ...sections.flatMap((section) =>
      held[section].map((reference): Href => subjectPage(kindOfSection[section], reference)),
    ),
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
