import { defineRouting } from 'next-intl/routing'
import { languages, pathPrefixes } from './language'

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
    '/fields/[reference]': '/fields/[reference]',
    '/projects': '/projects',
    '/projects/[reference]': '/projects/[reference]',
    '/projects/[reference]/history': '/projects/[reference]/history',
    '/documents': '/documents',
    '/documents/[reference]': '/documents/[reference]',
    '/documents/[reference]/history': '/documents/[reference]/history',
    '/organisations': '/organisations',
    '/organisations/[slug]': '/organisations/[slug]',
    '/about': '/about',
    '/glossary': '/glossary',
    '/problem/[status]': '/problem/[status]',
    '/desk': '/desk',
    '/desk/sign-in': '/desk/sign-in',
    '/desk/password/[token]': '/desk/password/[token]',
    '/desk/items/[reference]': '/desk/items/[reference]',
    '/desk/items/[reference]/view': '/desk/items/[reference]/view',
    '/desk/submissions/[id]': '/desk/submissions/[id]',
    '/desk/releases': '/desk/releases',
    '/desk/mail': '/desk/mail',
    '/desk/report': '/desk/report',
    '/desk/report/file': '/desk/report/file',
    '/desk/texts': '/desk/texts',
    '/desk/texts/[kind]/[reference]': '/desk/texts/[kind]/[reference]',
    '/desk/register': '/desk/register',
    '/desk/register/[kind]/[reference]': '/desk/register/[kind]/[reference]',
  },
})
