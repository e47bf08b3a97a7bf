import { seedOfRun } from '@/cli/test-seed.mjs'
import { checkHtml, requireNuChecker } from '../support/browser/nu-checker'
import { expect, test } from '../support/browser/page'
import { findRunTogether } from '../support/browser/run-together'
import { signInAs } from '../support/browser/sign-in'
import { findUnmarked, messagesFile, type ReadPage } from '../support/browser/spoken-languages'
import { sampled } from '../support/server/sample'

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
  '/documents/6-d05',
  '/documents/6-m01',
  '/documents/6-d01/history',
  '/documents/6-d01/revisions/1',
  '/conferences',
  '/conferences/6',
  '/conferences/6/ledger',
  '/developments',
  '/developments/2026-04-13-1',
  '/sources',
  '/sources?publisher=Xinhua+News+Agency&cited=yes',
  '/sources/tkp-2024-04-27',
  '/sources/tkp-2024-04-27/history',
  '/sources/tkp-2024-04-27/compare?from=1&to=2',
  '/sources/tkp-2024-04-27/revisions/1',
  '/sources/infzm-2025-03-06',
  '/since',
  '/fields/6-4',
  '/organisations',
  '/organisations/devb-hk',
  '/signatories',
  '/signatories/john-lee',
  `/search?q=${encodeURIComponent('沪港')}`,
  '/search?q=battery',
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

/** What is no page, but read aloud or shown by others. */
const others = ['/feeds/changes.atom', '/badge/projects/6-4.2.svg']

test('every sort of public page is valid HTML by the Nu checker and says which language its words are in', async ({
  page,
}) => {
  test.setTimeout(600_000)
  requireNuChecker()
  const pages = new Map<string, string>()
  const drawings = new Map<string, string>()
  for (const prefix of ['/tc', '/sc', '/en']) {
    for (const path of paths) {
      const answer = await page.request.get(`${prefix}${path}`)
      expect([200, 404]).toContain(answer.status())
      pages.set(`${prefix}${path}`, await answer.text())
    }
    for (const path of others) {
      drawings.set(`${prefix}${path}`, await (await page.request.get(`${prefix}${path}`)).text())
    }
  }
  expect(checkHtml(pages)).toEqual([])
  // The checker does look: it finds what is wrong with a wrong page.
  const wrong = '<!doctype html><html lang="en"><title>a</title><ul><p>b</p></ul></html>'
  expect(checkHtml(new Map([['wrong', wrong]]))).toHaveLength(1)
  const written: ReadPage[] = [
    ...[...pages].map(([name, text]) => ({ name, text, type: 'text/html' as const })),
    ...[...drawings].map(([name, text]) => ({ name, text, type: 'text/xml' as const })),
  ]
  expect(await findUnmarked(page, written)).toEqual([])
  for (const [name, html] of pages) {
    expect(await findRunTogether(page, html), name).toEqual([])
  }
  expect(await findRunTogether(page, '<p><a>Signed</a><time>26 April</time></p>')).toHaveLength(1)
  // What the editors called a document is marked wherever a page names it.
  for (const [prefix, language] of [
    ['/tc', 'zh-Hant'],
    ['/sc', 'zh-Hans'],
    ['/en', 'en'],
  ] as const) {
    const mark = `<small class="descriptive">${JSON.parse(messagesFile(language, 'texts.json')).descriptiveMark}</small>`
    const page = (path: string) => pages.get(`${prefix}${path}`) ?? ''
    expect(page('/documents/6-d05')).toContain(`${mark}</h1>`)
    for (const path of ['/documents', '/conferences/6', '/search?q=battery']) {
      const named = new RegExp(`<a href="${prefix}/documents/6-d05">(?:(?!</a>).)*</a>`, 'su')
      const html = page(path).replaceAll('<!-- -->', '')
      const after = html.slice(html.search(named)).replace(named, '')
      expect(html, `${prefix}${path}`).toMatch(named)
      expect(after.slice(0, mark.length), `${prefix}${path}`).toBe(mark)
    }
  }
  // It does look: a page of which one `lang` is taken out is found, whichever it is.
  const item = pages.get('/en/projects/6-4.2') ?? ''
  const marks = [...item.matchAll(/<(?:span|q|cite)[^>]* lang="zh-Han[^"]*"/g)]
  expect(marks.length).toBeGreaterThan(2)
  // A few of them in one run: which, moves with its seed.
  const every = sampled(1, 12)
  const tried = marks.filter((_, at) => at % every === seedOfRun() % every)
  const without = tried.map(({ 0: mark, index }, at) => ({
    name: `without ${at}`,
    type: 'text/html' as const,
    text: `${item.slice(0, index)}${mark.replace(/ lang="[^"]*"/, '')}${item.slice(index + mark.length)}`,
  }))
  const found = await findUnmarked(page, without)
  for (const { name } of without)
    expect(found.some((one) => one.startsWith(`${name}: `))).toBe(true)
})

/** The desk's lists, and the form of a side's view of an item, as an administrator opens them. */
const deskPaths = [
  '/desk',
  '/desk/items/6-4.2/view',
  '/desk/register',
  '/desk/releases',
  '/desk/officers',
  '/desk/mail',
  '/desk/audit',
]

test('the lists of the desk and the form of a view say which language its words are in', async ({
  page,
}) => {
  test.setTimeout(120_000)
  // A language of a page in one run: which, moves with its seed.
  const prefixes = ['/tc', '/sc', '/en'] as const
  await signInAs(page, 'admin')
  const read: ReadPage[] = []
  for (const [index, path] of deskPaths.entries()) {
    const prefix = prefixes[(index + seedOfRun()) % prefixes.length]
    const answer = await page.request.get(`${prefix}${path}`)
    expect(answer.status(), path).toBe(200)
    expect(answer.url(), path).toMatch(new RegExp(`${path}$`))
    read.push({ name: `${prefix}${path}`, type: 'text/html', text: await answer.text() })
  }
  expect(await findUnmarked(page, read)).toEqual([])
})
