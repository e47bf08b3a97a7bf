import { checkHtml, requireNuChecker } from '../support/browser/nu-checker'
import { expect, test } from '../support/browser/page'

const paths = [
  '',
  '/projects',
  `/projects?q=${encodeURIComponent('滬港')}&state=in_progress`,
  '/projects?at=2024-12-31',
  '/projects/6-4.2',
  '/projects/6-u07',
  '/projects/6-4.2/history',
  '/projects/6-4.2/revisions/1',
  '/documents',
  '/documents/6-d01',
  '/documents/6-m01',
  '/documents/6-d01/history',
  '/documents/6-d01/revisions/1',
  '/conferences',
  '/conferences/6',
  '/conferences/6/ledger',
  '/fields/6-4',
  '/organisations',
  '/organisations/devb-hk',
  '/signatories',
  '/signatories/john-lee',
  `/search?q=${encodeURIComponent('沪港')}`,
  '/changes',
  '/about',
  '/glossary',
  '/verify',
  '/data',
  '/data/dictionary',
  '/developers',
  '/embed/projects/6-4.2',
  '/embed/fields/6-4',
  '/nothing-there',
]

test('every sort of public page is valid HTML by the Nu checker, in three languages', async ({
  page,
}) => {
  test.setTimeout(600_000)
  requireNuChecker()
  const pages = new Map<string, string>()
  for (const prefix of ['/tc', '/sc', '/en']) {
    for (const path of paths) {
      const answer = await page.request.get(`${prefix}${path}`)
      expect([200, 404]).toContain(answer.status())
      pages.set(`${prefix}${path}`, await answer.text())
    }
  }
  expect(checkHtml(pages)).toEqual([])
  // The checker does look: it finds what is wrong with a wrong page.
  const wrong = '<!doctype html><html lang="en"><title>a</title><ul><p>b</p></ul></html>'
  expect(checkHtml(new Map([['wrong', wrong]]))).toHaveLength(1)
})
