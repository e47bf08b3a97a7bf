import { type Language, languageTags } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import type { RegisterList } from '@/i18n/routing'
import { environment } from '@/server/environment'
import { itemList, type ListedKind, lists, maybe, type Row, urlOf } from '../model/parts'
import { breadcrumbs, type Thing } from '../model/thing'

/** The register itself: a site that can be searched, and a body of data with its feeds. @param revisedAt ISO time; null while it is empty. */
export function registerThings(language: Language, revisedAt: string | null): Thing[] {
  const { site, home } = messagesIn(language)
  const url = urlOf(language, '/')
  return [
    {
      '@type': 'WebSite',
      '@id': url,
      url,
      name: site.name,
      description: site.description,
      inLanguage: languageTags[language],
      potentialAction: {
        '@type': 'SearchAction',
        target: {
          '@type': 'EntryPoint',
          urlTemplate: `${urlOf(language, '/search')}?q={search_term_string}`,
        },
        'query-input': 'required name=search_term_string',
      },
    },
    {
      '@type': 'Dataset',
      name: site.name,
      description: home.intro,
      url,
      inLanguage: Object.values(languageTags),
      isAccessibleForFree: true,
      license: environment().DATA_LICENCE.url,
      ...maybe('dateModified', revisedAt),
      distribution: [
        {
          '@type': 'DataDownload',
          encodingFormat: 'application/zip',
          contentUrl: `${environment().BASE_URL}/data/register.zip`,
        },
        {
          '@type': 'DataDownload',
          encodingFormat: 'application/jsonl',
          contentUrl: `${environment().BASE_URL}/log.jsonl`,
        },
      ],
    },
  ]
}

/** A list of the register: the page of it that is shown, row by row. */
export function listThings(kind: ListedKind, rows: readonly Row[], language: Language): Thing[] {
  const { site } = messagesIn(language)
  const section = lists[kind]
  const name = site.sections[section.slice(1) as RegisterList]
  const url = urlOf(language, section)
  return [
    {
      '@type': 'CollectionPage',
      '@id': url,
      url,
      name,
      inLanguage: languageTags[language],
      mainEntity: itemList(kind, rows, language),
    },
    breadcrumbs([
      { name: site.name, url: urlOf(language, '/') },
      { name, url },
    ]),
  ]
}
