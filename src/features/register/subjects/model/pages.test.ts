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
    development: '/en/developments/6-4',
    source: '/en/sources/6-4',
    mechanism: null,
  })
})

test('items, developments and sources alone have a page of their history', () => {
  expect(hrefTo('zh-Hans', historyPage('project', '6-4.2'))).toBe('/sc/projects/6-4.2/history')
  const withHistory = ['project', 'document', 'development', 'source']
  const others = subjectKinds.filter((kind) => !withHistory.includes(kind))
  for (const kind of others) expect(historyPage(kind, 'x')).toBeNull()
})

test('what has a page of its own has one beneath it for each revision', () => {
  for (const kind of subjectKinds) {
    const [page, revision] = [subjectPage(kind, 'x'), revisionPage(kind, 'x', 2)]
    const own = page && hrefTo('en', page)
    const expected = own?.endsWith('/x') ? `${own}/revisions/2` : null
    expect(revision && hrefTo('en', revision), kind).toBe(expected)
  }
})
