import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { languages } from '@/i18n/language'
import { columnKeys } from '../model/columns'
import { columnLabel, formerLabels } from '../model/labels'
import { limits } from '../model/spreadsheet'
import { readTable } from './table'

const csv = (text: string) => readTable(Buffer.from(text, 'utf8'))

/** An archive of files as the format has it, told sizes as given. */
function archive(files: Record<string, string | Buffer>, lie: { unpacked?: number } = {}): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(8, 8)
    header.writeUInt32LE(packed.length, 18)
    header.writeUInt32LE(lie.unpacked ?? bytes.length, 22)
    header.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(lie.unpacked ?? bytes.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    local.push(header, Buffer.from(name), packed)
    central.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(Buffer.concat(central).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, ...central, end])
}

const workbookFiles = (sheet: string, more: Record<string, string> = {}) => ({
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': sheet,
  ...more,
})
const inline = (text: string) => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
const header = `<row>${inline('reference')}${inline('revision')}${inline('title.en')}</row>`

describe('the header', () => {
  test.each(languages)('is known by its labels in %s, in any order', async (language) => {
    const keys = [...columnKeys].reverse()
    const labels = keys.map((key) => `"${columnLabel(key, language)}"`).join(',')
    const { columns, unknown, rows } = await csv(`${labels}\n${keys.map(() => 'x').join(',')}\n`)
    expect(columns).toEqual(keys)
    expect(unknown).toEqual([])
    expect(rows).toHaveLength(1)
  })

  test('is known by the labels of files downloaded before they changed', async () => {
    for (const label of ['State', ...Object.keys(formerLabels)]) {
      const { columns, unknown } = await csv(`Reference,Revision,${label}\n6-4.2,1,x\n`)
      expect(columns).toEqual(['reference', 'revision', formerLabels[label] ?? 'state'])
      expect(unknown).toEqual([])
    }
  })

  test('says which columns it does not know, and may stand lower down', async () => {
    const { columns, unknown, rows } = await csv(
      'Our list,,\n\nＲeference,Mood,revision\n6-4.2,good,1\n',
    )
    expect(columns).toEqual(['reference', null, 'revision'])
    expect(unknown).toEqual(['Mood'])
    expect(rows).toEqual([{ number: 4, cells: ['6-4.2', 'good', '1'] }])
  })

  test.each([
    ['no_header', 'reference,title.en\n6-4.2,x\n'],
    ['no_header', 'just some text'],
    ['twice_a_column', 'reference,revision,Title (English),title.en\n6-4.2,1,a,b\n'],
    ['no_rows', 'reference,revision\n\n'],
    ['no_rows', 'reference,revision\nReference,Revision\n'],
  ])('%s: %j', async (problem, text) => {
    await expect(csv(text)).rejects.toMatchObject({ problem })
  })
})

describe('a CSV file', () => {
  test.each([[';'], ['\t'], [',']])('may be divided by %j', async (sign) => {
    const text = [
      ['reference', 'revision', 'note.en'],
      ['6-4.2', '1', '"a,b;c\td"'],
    ]
    const { rows } = await csv(text.map((row) => row.join(sign)).join('\r\n'))
    expect(rows[0]?.cells).toEqual(['6-4.2', '1', 'a,b;c\td'])
  })

  test('may be UTF-16, as Excel’s Unicode text is', async () => {
    const text = 'reference\trevision\r\n6-4.2\t1\r\n滬\t2\r\n'
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect((await readTable(bytes)).rows[1]?.cells[0]).toBe('滬')
  })

  test('in another encoding is refused with a word', async () => {
    const big5 = Buffer.concat([
      Buffer.from('reference,revision,note.en\n6-4.2,1,'),
      Buffer.from([0xb4, 0xe4]),
    ])
    await expect(readTable(big5)).rejects.toMatchObject({ problem: 'not_utf8' })
  })
})

describe('what is no spreadsheet, or too large', () => {
  test.each([
    ['no_file', Buffer.alloc(0)],
    ['old_or_locked', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['not_a_spreadsheet', Buffer.from('PK\x03\x04 no archive')],
    ['not_a_spreadsheet', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0')],
    ['not_a_spreadsheet', archive({ 'word/document.xml': '<w/>' })],
    ['too_large', Buffer.alloc(limits.bytes + 1)],
  ])('%s', async (problem, bytes) => {
    await expect(readTable(bytes)).rejects.toMatchObject({
      problem: problem === 'not_a_spreadsheet' && bytes[0] === 0x89 ? 'not_utf8' : problem,
    })
  })

  test('an archive that says it unpacks to more than allowed', async () => {
    const bytes = archive(workbookFiles(''), { unpacked: limits.unpacked })
    await expect(readTable(bytes)).rejects.toMatchObject({ problem: 'too_large' })
  })

  test('an archive that unpacks to more than it says', async () => {
    const bytes = archive(workbookFiles(`<x>${' '.repeat(5_000_000)}</x>`), { unpacked: 200 })
    await expect(readTable(bytes)).rejects.toMatchObject({ problem: 'too_large' })
  })

  test('more rows than allowed, in either form', async () => {
    const lines = Array.from({ length: limits.rows + 1 }, (_, index) => `6-4.${index},1`).join('\n')
    await expect(csv(`reference,revision\n${lines}`)).rejects.toMatchObject({
      problem: 'too_many_rows',
    })
    const row = `<row>${inline('6-4.2')}${inline('1')}</row>`
    const sheet = `<sheetData>${header}${row.repeat(limits.rows + 30)}</sheetData>`
    await expect(readTable(archive(workbookFiles(sheet)))).rejects.toMatchObject({
      problem: 'too_many_rows',
    })
  })

  test('rows and columns far out, and merged cells over everything, cost nothing', async () => {
    const sheet = `<sheetData>${header}<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>6-4.2</t></is></c><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`
    const { rows } = await readTable(archive(workbookFiles(sheet)))
    expect(rows).toEqual([{ number: 1_048_576, cells: ['6-4.2'], isMerged: true }])
  })
})

describe('the cells of a workbook', () => {
  const cellsOf = async (cells: string, more: Record<string, string> = {}) => {
    const sheet = `<x:worksheet><x:sheetData>${header.replace(/<(\/?)(row|c|is|t)\b/g, '<$1x:$2')}<x:row r="7">${cells.replace(/<(\/?)(c|is|t|v|f|r|rPh)\b/g, '<$1x:$2')}</x:row></x:sheetData></x:worksheet>`
    const { rows } = await readTable(archive(workbookFiles(sheet, more)))
    expect(rows[0]?.number).toBe(7)
    return rows[0]?.cells
  }

  test('come out as text, whatever their type', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
    const cells = await cellsOf(
      '<c><v>1</v></c><c s="1"><v>45408</v></c><c s="2"><v>45408.75</v></c><c s="3"><v>2.5</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="str"><f>A1&amp;"x"</f><v>&amp;lt;x&amp;gt;</v></c><c t="d"><v>2024-04-26T00:00:00Z</v></c>',
      { 'xl/styles.xml': styles },
    )
    expect(cells).toEqual([
      '1',
      '2024-04-26',
      '2024-04-26',
      '2.5',
      'TRUE',
      { error: '#REF!' },
      '&lt;x&gt;',
      '2024-04-26',
    ])
  })

  test('are put together from the runs of rich text, without the readings beside them', async () => {
    const strings =
      '<sst><si><r><t xml:space="preserve">滬 </t></r><r><rPr><b/></rPr><t>港</t></r><rPh sb="0" eb="1"><t>ウー</t></rPh></si><si/><si><t>_x0041__x005F_x0041_</t></si></sst>'
    const cells = await cellsOf('<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>', {
      'xl/sharedStrings.xml': strings,
    })
    expect(cells).toEqual(['滬 港', '', 'A_x0041_'])
  })

  test('mean no entity but those of XML', async () => {
    const cells = await cellsOf(`${inline('&#x6eec;&#28207;&lt;&bomb;')}`)
    expect(cells).toEqual(['滬港<&bomb;'])
  })

  test('are read as Excel writes them, days and formulas too', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('Cover').addRow(['Nothing here'])
    const sheet = workbook.addWorksheet('Mine')
    sheet.addRow(['Reference', '修訂', 'As of', 'Title (English)'])
    sheet.addRow([
      '6-4.2',
      1,
      new Date(Date.UTC(2024, 3, 26)),
      { formula: 'A2&"x"', result: '6-4.2x' },
    ])
    const { rows } = await readTable(Buffer.from(await workbook.xlsx.writeBuffer()))
    expect(rows[0]?.cells).toEqual(['6-4.2', '1', '2024-04-26', '6-4.2x'])
  })
})
