import JSZip from 'jszip'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { type Language, languages } from '@/i18n/language'
import { passage, project, sampleReport } from '~/tests/support/desk/sample-report'
import type { ProgressReport } from '../model'
import { writeReport } from '../wording/report'
import { writeDocument } from './write-document'

const made = '2026-11-24T02:00:00.000Z'

const fileOf = (language: Language, report: ProgressReport = sampleReport()) =>
  writeDocument(writeReport(report, language), made)

/** A part of the file, as it stands in it. */
async function partOf(file: Buffer, path: string): Promise<string> {
  const part = (await JSZip.loadAsync(file)).file(path)
  if (!part) throw new Error(`The file holds no ${path}.`)
  return part.async('string')
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** The sample with one project, whose title this is. */
function titled(title: string): ProgressReport {
  const report = sampleReport()
  const [conference] = report.conferences
  if (!conference) throw new Error('The sample has lost its conference.')
  const projects = [project({ title: passage(title) })]
  const fields = [{ reference: '6-4', name: passage('金融'), projects }]
  return { ...report, conferences: [{ ...conference, fields }] }
}

test.each([
  [
    'zh-Hant',
    '滬港合作進展報告',
    ['摘要', '各領域的項目', '合作文件', '2026年8月24日起的修訂'],
    '6-4 金融',
  ],
  [
    'zh-Hans',
    '沪港合作进展报告',
    ['摘要', '各领域的项目', '合作文件', '2026年8月24日起的修订'],
    '6-4 金融',
  ],
  [
    'en',
    'Progress report on Hong Kong/Shanghai co-operation',
    ['Summary', 'Projects by field', 'Documents', 'Changes since 24 August 2026'],
    '6-4 Finance',
  ],
] as const)(
  'in %s another program reads title, headings, tables and notes',
  async (language, title, sections, field) => {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: await fileOf(language) },
      { styleMap: ["p[style-name='Title'] => h1.title:fresh"] },
    )
    // What it says of styles that it has no tag for is no complaint.
    expect(
      messages.filter(({ message }) => !/^Unrecognised paragraph style/.test(message)),
    ).toEqual([])
    expect(value).toContain(`<h1 class="title">${title}</h1>`)
    for (const section of sections)
      expect(value).toMatch(new RegExp(`<h1>(<a [^>]*></a>)?${section}`))
    expect(value).toContain(`<h2>${field}`)
    expect(count(value, /<table>/g)).toBe(4)
    expect(count(value, /<thead>/g)).toBe(4)
    expect(count(value, /<li id="footnote-\d+">/g)).toBe(2)
    expect(value).toContain('opened its first vault &lt;in Hong Kong&gt; &amp; beyond')
    expect(value).toContain('href="https://example.org/%E8%A6%81%E8%81%9E?a=1&amp;b=2"')
  },
)

test('what the page says, the file says', async () => {
  for (const language of languages) {
    const written = writeReport(sampleReport(), language)
    const { value } = await mammoth.extractRawText({ buffer: await writeDocument(written, made) })
    for (const block of written.blocks) {
      const lines =
        block.kind === 'table'
          ? block.rows.flat(2)
          : block.kind === 'entries'
            ? block.entries.flatMap(({ head, lines }) => [head, ...lines])
            : [block.line]
      for (const piece of lines.flat()) {
        if (piece.kind !== 'note') expect(value).toContain(piece.text.split('\n')[0])
      }
    }
  }
})

test.each([
  ['zh-Hant', 'en-HK', 'zh-HK', 'Microsoft JhengHei', 'zh-Hant-HK'],
  ['zh-Hans', 'en-HK', 'zh-CN', 'Microsoft YaHei', 'zh-Hans-CN'],
  ['en', 'en-HK', 'zh-HK', 'Microsoft JhengHei', 'en-HK'],
] as const)(
  'in %s the languages and the faces of both scripts are set, and the file says its own',
  async (language, latin, chinese, face, tag) => {
    const file = await fileOf(language)
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/.exec(
      await partOf(file, 'word/styles.xml'),
    )?.[0]
    expect(defaults).toContain(`<w:lang w:val="${latin}" w:eastAsia="${chinese}"/>`)
    expect(defaults).toContain(`w:eastAsia="${face}"`)
    expect(defaults).toContain('w:ascii="Calibri"')
    const core = await partOf(file, 'docProps/core.xml')
    expect(core).toContain(`<dc:language>${tag}</dc:language>`)
    expect(core).toMatch(/<dc:title>[^<]+ · [^<]+<\/dc:title>/)
    expect(core).toMatch(
      /<dc:creator>(滬港合作追蹤|沪港合作追踪|Hong Kong–Shanghai Co-operation Tracker)</,
    )
    expect(core).toContain(made)
    expect(core).not.toContain('Un-named')
  },
)

test('a passage in the other script has the face and the language of that script', async () => {
  const body = await partOf(await fileOf('zh-Hans'), 'word/document.xml')
  expect(body).toMatch(
    /<w:rFonts w:eastAsia="Microsoft JhengHei" w:hint="eastAsia"\/><w:lang w:eastAsia="zh-HK"\/><\/w:rPr><w:t[^>]*>金庫</,
  )
})

test('every table repeats its header and splits no row; nothing slants; the page is A4 and numbered', async () => {
  const file = await fileOf('zh-Hant')
  const body = await partOf(file, 'word/document.xml')
  expect(count(body, /<w:tblHeader\/>/g)).toBe(count(body, /<w:tbl>/g))
  expect(count(body, /<w:cantSplit\/>/g)).toBe(count(body, /<w:tr>/g))
  expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"')
  const styles = await partOf(file, 'word/styles.xml')
  expect(`${body}${styles}${await partOf(file, 'word/footnotes.xml')}`).not.toMatch(/<w:i[ /]/)
  for (const id of ['Title', 'Heading1', 'Heading2', 'Heading3']) {
    expect(styles).toMatch(new RegExp(`w:styleId="${id}".*?<w:keepNext/>`))
  }
  const footer = await partOf(file, 'word/footer1.xml')
  expect(footer).toMatch(/滬港合作追蹤.*PAGE.* \/ .*NUMPAGES/)
})

test('a note that is called again is a field that follows the first', async () => {
  const body = await partOf(await fileOf('en'), 'word/document.xml')
  expect(count(body, /<w:footnoteReference /g)).toBe(2)
  const fields = [...body.matchAll(/<w:instrText>NOTEREF (\w+) /g)].map(([, name]) => name)
  expect(fields.length).toBeGreaterThan(0)
  for (const name of fields) {
    expect(body).toMatch(
      new RegExp(
        `<w:bookmarkStart w:name="${name}"[^>]*/><w:r>.*?<w:footnoteReference [^>]*w:id="\\d+"`,
      ),
    )
  }
})

test('a title that XML cannot hold is written as far as it can be', async () => {
  const odd = '金\u0000融\u000b & <市場> \ud800 𠮷'
  const { value } = await mammoth.extractRawText({ buffer: await fileOf('zh-Hant', titled(odd)) })
  expect(value).toContain('金融 & <市場> \ufffd 𠮷')
})
