import { defineRouting } from 'next-intl/routing'
import { languages, pathPrefixes } from './language'

/** The lists that the head of every page names: it has room for one line on a phone. */
const headLists = ['projects', 'documents', 'developments', 'conferences', 'organisations'] as const
/** The lists that few look for, which stand at the foot. */
const footLists = ['signatories', 'sources'] as const

/**
 * The lists of the register, in the order of the site's sections. Each is a path below, and has its word in the
 * messages `site.sections` and `problem.lists`.
 */
export const registerLists = [...headLists, ...footLists] as const
export type RegisterList = (typeof registerLists)[number]

/** The pages beside the lists, in the order of the foot. */
export const standingPages = [
  'changes',
  'since',
  'about',
  'glossary',
  'data',
  'verify',
  'developers',
] as const

/** What the head of every page names. */
export const headSections = [...headLists, 'about'] as const

/** What the foot of every page names. */
export const footSections = [...footLists, ...standingPages, 'desk'] as const

/** Every path of the product. A link to one that is not listed does not compile. */
export const routing = defineRouting({
  locales: languages,
  defaultLocale: 'zh-Hant',
  localePrefix: { mode: 'always', prefixes: pathPrefixes },
  localeCookie: { name: 'language', maxAge: 31_536_000, sameSite: 'lax' },
  // Each page's own <link rel="alternate"> says it; one place is enough.
  alternateLinks: false,
  pathnames: {
    '/': '/',
    '/conferences': '/conferences',
    '/conferences/[reference]': '/conferences/[reference]',
    '/conferences/[reference]/revisions/[revision]':
      '/conferences/[reference]/revisions/[revision]',
    '/conferences/[reference]/ledger': '/conferences/[reference]/ledger',
    '/fields/[reference]': '/fields/[reference]',
    '/fields/[reference]/revisions/[revision]': '/fields/[reference]/revisions/[revision]',
    '/projects': '/projects',
    '/projects/[reference]': '/projects/[reference]',
    '/projects/[reference]/compare': '/projects/[reference]/compare',
    '/projects/[reference]/history': '/projects/[reference]/history',
    '/projects/[reference]/revisions/[revision]': '/projects/[reference]/revisions/[revision]',
    '/documents': '/documents',
    '/documents/[reference]': '/documents/[reference]',
    '/documents/[reference]/compare': '/documents/[reference]/compare',
    '/documents/[reference]/history': '/documents/[reference]/history',
    '/documents/[reference]/revisions/[revision]': '/documents/[reference]/revisions/[revision]',
    '/developments': '/developments',
    '/developments/[reference]': '/developments/[reference]',
    '/developments/[reference]/compare': '/developments/[reference]/compare',
    '/developments/[reference]/history': '/developments/[reference]/history',
    '/developments/[reference]/revisions/[revision]':
      '/developments/[reference]/revisions/[revision]',
    '/organisations': '/organisations',
    '/organisations/[slug]': '/organisations/[slug]',
    '/organisations/[slug]/revisions/[revision]': '/organisations/[slug]/revisions/[revision]',
    '/signatories': '/signatories',
    '/signatories/[slug]': '/signatories/[slug]',
    '/signatories/[slug]/revisions/[revision]': '/signatories/[slug]/revisions/[revision]',
    '/sources': '/sources',
    '/sources/[reference]': '/sources/[reference]',
    '/sources/[reference]/compare': '/sources/[reference]/compare',
    '/sources/[reference]/history': '/sources/[reference]/history',
    '/sources/[reference]/revisions/[revision]': '/sources/[reference]/revisions/[revision]',
    '/changes': '/changes',
    '/since': '/since',
    '/search': '/search',
    '/about': '/about',
    '/glossary': '/glossary',
    '/data': '/data',
    '/data/dictionary': '/data/dictionary',
    '/verify': '/verify',
    '/developers': '/developers',
    '/verify/text': '/verify/text',
    '/problem/[status]': '/problem/[status]',
    '/feeds/[...path]': '/feeds/[...path]',
    '/calendar.ics': '/calendar.ics',
    '/opensearch.xml': '/opensearch.xml',
    '/embed/[kind]/[reference]': '/embed/[kind]/[reference]',
    '/badge/[kind]/[file]': '/badge/[kind]/[file]',
    '/desk': '/desk',
    '/desk/sign-in': '/desk/sign-in',
    '/desk/sign-in/code': '/desk/sign-in/code',
    '/desk/account': '/desk/account',
    '/desk/officers': '/desk/officers',
    '/desk/officers/[id]': '/desk/officers/[id]',
    '/desk/audit': '/desk/audit',
    '/desk/audit.csv': '/desk/audit.csv',
    '/desk/password/[token]': '/desk/password/[token]',
    '/desk/items/[reference]': '/desk/items/[reference]',
    '/desk/items/[reference]/view': '/desk/items/[reference]/view',
    '/desk/items/[reference]/word': '/desk/items/[reference]/word',
    '/desk/submissions/[id]': '/desk/submissions/[id]',
    '/desk/draft': '/desk/draft',
    '/desk/releases': '/desk/releases',
    '/desk/mail': '/desk/mail',
    '/desk/report': '/desk/report',
    '/desk/report/file': '/desk/report/file',
    '/desk/texts': '/desk/texts',
    '/desk/texts/[kind]/[reference]': '/desk/texts/[kind]/[reference]',
    '/desk/exchange': '/desk/exchange',
    '/desk/exchange/upload': '/desk/exchange/upload',
    '/desk/exchange/download': '/desk/exchange/download',
    '/desk/imports/[id]': '/desk/imports/[id]',
    '/desk/imports/[id]/progress': '/desk/imports/[id]/progress',
    '/desk/register': '/desk/register',
    '/desk/register/[kind]/[reference]': '/desk/register/[kind]/[reference]',
  },
})
