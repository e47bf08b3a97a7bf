import type { MetadataRoute } from 'next'
import { listPublicReferences } from '../features/register/search/queries/public-references'
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
    ...held.conferences.flatMap(
      (reference) =>
        [
          { pathname: '/conferences/[reference]', params: { reference } },
          { pathname: '/conferences/[reference]/ledger', params: { reference } },
        ] as const,
    ),
    ...held.fields.map(
      (reference) => ({ pathname: '/fields/[reference]', params: { reference } }) as const,
    ),
    ...held.projects.map(
      (reference) => ({ pathname: '/projects/[reference]', params: { reference } }) as const,
    ),
    ...held.documents.map(
      (reference) =>
        ({
          pathname: '/documents/[reference]',
          params: { reference },
        }) as const,
    ),
    ...held.organisations.map(
      (slug) => ({ pathname: '/organisations/[slug]', params: { slug } }) as const,
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
