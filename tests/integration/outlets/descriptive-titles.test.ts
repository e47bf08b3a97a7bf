import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { GET as calendar } from '@/app/[locale]/calendar.ics/route'
import { GET as embed } from '@/app/[locale]/embed/[kind]/[reference]/route'
import { GET as feed } from '@/app/[locale]/feeds/[...path]/route'
import { writeDocument } from '@/features/desk/reports/formats/write-document'
import { progressReport } from '@/features/desk/reports/queries/progress-report'
import { writeReport } from '@/features/desk/reports/wording/report'
import { citableIn } from '@/features/outlets/citations/model/citable'
import { apa, gbt7714 } from '@/features/outlets/citations/model/citation'
import { findCited } from '@/features/outlets/citations/queries/find-cited'
import { newsSentence } from '@/features/outlets/citations/wording/news'
import { documentThings } from '@/features/outlets/structured-data/wording/subjects'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { type Language, languages, pathPrefixes } from '@/i18n/language'
import { pickText } from '@/i18n/localized-text'
import { translatorIn } from '@/i18n/translator'
import { request } from '~/tests/support/outlets/api'
import { bytesOf, csvRows, json, sheetRows, workbook } from '~/tests/support/outlets/files'
import { freshDatabase } from '~/tests/support/server/database'

// No source prints what these three are called: whatever leaves the register says so with the title.
const made = ['6-d03', '6-d04', '6-d05']
const printed = '6-d01'
const every = [...made, printed]
freshDatabase()

const mark = (language: Language) => translatorIn(language)('texts.descriptive')
async function titleOf(reference: string, language: Language): Promise<string> {
  return pickText((await findDocument(reference))?.title, language)?.body ?? '?'
}
/** What the words of an outlet say right after a title, wherever it stands. */
async function marksIn(text: string, reference: string, language: Language): Promise<boolean[]> {
  const [, ...after] = text.split(await titleOf(reference, language))
  return after.map((rest) => rest.slice(0, 40).includes(mark(language)))
}
async function expectMarked(text: string, reference: string, language: Language) {
  const marks = await marksIn(text, reference, language)
  expect(marks.length, `${reference} in ${language}`).toBeGreaterThan(0)
  expect(marks.every((one) => one === made.includes(reference))).toBe(true)
}
const asked = async (answer: Promise<Response>) => (await answer).text()
const unescaped = (text: string) => text.replace(/<[^>]+>/g, '').replace(/&quot;/g, '"')

test.each(languages)('cards, feeds, calendar and Word report say it, %s', async (language) => {
  const locale = pathPrefixes[language].slice(1)
  const ics = (
    await asked(
      calendar(new Request(`http://127.0.0.1:3000/${locale}/calendar.ics`), {
        params: Promise.resolve({ locale }),
      } as never),
    )
  ).replace(/\r\n /g, '')
  const report = await progressReport({ conference: '6', since: '2024-01-01' }, { fields: [] })
  if (!report) throw new Error('There is no such report.')
  const file = await writeDocument(writeReport(report, language), new Date().toISOString())
  const { value: word } = await mammoth.extractRawText({ buffer: file })
  for (const reference of every) {
    await expectMarked(ics.replaceAll('\\,', ','), reference, language)
    // Further down, where its changes are told, a title is a value among others.
    const [inTable] = await marksIn(word, reference, language)
    expect(inTable).toBe(made.includes(reference))
    const card = await asked(
      embed(new Request(`http://127.0.0.1:3000/${locale}/embed/documents/${reference}`), {
        params: Promise.resolve({ locale, kind: 'documents', reference }),
      }),
    )
    await expectMarked(unescaped(card.replace(/<title>.*<\/title>/, '')), reference, language)
    for (const format of ['atom', 'json']) {
      const path = ['documents', `${reference}.${format}`]
      const told = await asked(
        feed(new Request(`http://127.0.0.1:3000/${locale}/feeds/${path.join('/')}`), {
          params: Promise.resolve({ locale, path }),
        }),
      )
      const titles = [...told.matchAll(/(?:<title>|"title":")(.*?)(?:<\/title>|")/g)]
      const ofEntries = titles.map(([, title]) => unescaped(title ?? '')).join('\n')
      await expectMarked(ofEntries, reference, language)
    }
  }
})

test.each(languages)('citations and structured data say it, %s', async (language) => {
  for (const reference of every) {
    const cited = await findCited('document', reference)
    const document = await findDocument(reference)
    if (!cited || !document) throw new Error(`There is no ${reference}.`)
    const citable = citableIn(cited, language)
    for (const text of [newsSentence(cited, language), apa(citable), gbt7714(citable)]) {
      expect(text.includes(mark(language)), text).toBe(made.includes(reference))
    }
    const [thing] = documentThings(document, language)
    expect(thing?.disambiguatingDescription).toBe(
      made.includes(reference) ? translatorIn(language)('texts.descriptiveSentence') : undefined,
    )
  }
})

test('files and the API have it as a field, and the readable sheet in words', async () => {
  const rows = await csvRows('/data/documents.csv')
  const { rows: told } = await json('/data/documents.json')
  for (const reference of every) {
    const isMade = made.includes(reference)
    const row = rows.find((one) => one.reference === reference)
    expect(row?.title_is_descriptive).toBe(String(isMade))
    expect(told.find((one) => one.reference === reference)?.title_is_descriptive).toBe(isMade)
    const { data } = await (await request(`/api/v1/documents/${reference}`)).json()
    for (const language of languages) expect(data.title[language].isDescriptive).toBe(isMade)
    const inOne = await (await request(`/api/v1/documents/${reference}?lang=en`)).json()
    expect(inOne.data.title.isDescriptive).toBe(isMade)
  }
  for (const language of languages) {
    const file = `/data/documents.xlsx?lang=${pathPrefixes[language].slice(1)}`
    const sheet = sheetRows((await workbook(await bytesOf(file))).worksheets[0])
    const words = sheet.flat().join('\n')
    for (const reference of every) await expectMarked(words, reference, language)
  }
})
