import { expect, test } from 'vitest'
import { hrefTo } from '@/i18n/navigation'
import { subjectKinds } from './kinds'
import { historyPage, revisionPage, subjectPage } from './pages'

test('every kind has its page, or says that it has none', () => {
  const pages = subjectKinds.map((kind) => {
    const page = subjectPage(kind, '6-4')
    return [kind, page && hrefTo('en', page)]
  })
  expect(Object.fromEntries(pages)).toEqual({
    project: '/en/projects/6-4',
    document: '/en/documents/6-4',
    field: '/en/fields/6-4',
    conference: '/en/conferences/6-4',
    organisation: '/en/organisations/6-4',
    person: '/en/signatories/6-4',
    glossary_term: '/en/glossary',
    development: null,
    source: null,
    mechanism: null,
  })
})

test('projects and documents alone have pages of their history and revisions', () => {
  expect(hrefTo('zh-Hans', historyPage('project', '6-4.2'))).toBe('/sc/projects/6-4.2/history')
  expect(hrefTo('en', revisionPage('document', '6-d03', 2))).toBe('/en/documents/6-d03/revisions/2')
  const others = subjectKinds.filter((kind) => kind !== 'project' && kind !== 'document')
  for (const kind of others) {
    expect([historyPage(kind, 'x'), revisionPage(kind, 'x', 1)]).toEqual([null, null])
  }
})
