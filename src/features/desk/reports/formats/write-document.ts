import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { languageTags } from '@/i18n/language'
import { type Block, type Line, plainText, type WrittenReport } from '../wording/blocks'
import { colours, page, stylesFor, textWidth } from './document-styles'
import { type RunWriter, runWriterFor } from './runs'

/**
 * The report as a .docx file, for Word and LibreOffice.
 * @param made ISO time at which the file says that it was made.
 */
export async function writeDocument(report: WrittenReport, made: string): Promise<Buffer> {
  const write = runWriterFor(report.language)
  const { margin, ...size } = page
  const document = new Document({
    title: report.title,
    creator: report.register,
    compatabilityModeVersion: 15,
    styles: stylesFor(report.language),
    footnotes: Object.fromEntries(
      report.notes.map((note, index) => [
        index + 1,
        {
          children: [
            new Paragraph({ style: 'FootnoteText', children: [new TextRun(' '), ...write(note)] }),
          ],
        },
      ]),
    ),
    sections: [
      {
        properties: {
          page: { size, margin: { top: margin, bottom: margin, left: margin, right: margin } },
        },
        footers: { default: footerOf(report) },
        children: [
          ...opening(report, write),
          ...report.blocks.flatMap((block) => draw(block, write)),
          ...closing(report, write),
        ],
      },
    ],
  })
  const core = { path: 'docProps/core.xml', data: coreProperties(report, made) }
  return Packer.toBuffer(document, undefined, [core])
}

function opening(report: WrittenReport, write: RunWriter): Paragraph[] {
  const { title, scope, facts, independence } = report
  const inWords = wordsOf(report)
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: write(inWords(title)) }),
    new Paragraph({ style: 'Subtitle', children: write(scope) }),
    ...facts.map((fact) => new Paragraph({ style: 'Facts', children: write(fact) })),
    new Paragraph({ style: 'Notice', children: write(inWords(independence)) }),
  ]
}

function closing(report: WrittenReport, write: RunWriter): Paragraph[] {
  const { heading, lines } = report.about
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: write(wordsOf(report)(heading)) }),
    ...lines.map((line) => new Paragraph({ children: write(line) })),
  ]
}

const headings = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const

function draw(block: Block, write: RunWriter): (Paragraph | Table)[] {
  if (block.kind === 'heading') {
    return [new Paragraph({ heading: headings[block.level], children: write(block.line) })]
  }
  if (block.kind === 'paragraph') return [new Paragraph({ children: write(block.line) })]
  const caption = new Paragraph({ style: 'Caption', children: write(block.caption) })
  if (block.kind === 'table') return [caption, tableOf(block, write)]
  return [caption, ...block.entries.flatMap((entry) => entryOf(entry, write))]
}

/**
 * One entry, kept together on its page. Not a row of a table: LibreOffice leaves pages half empty
 * where a table runs over several and only some of its rows call notes.
 */
function entryOf({ head, lines }: { head: Line; lines: Line[] }, write: RunWriter): Paragraph[] {
  return [head, ...lines].map(
    (line, index) =>
      new Paragraph({
        style: index === 0 ? 'Entry' : 'EntryText',
        keepNext: index < lines.length,
        children: write(line),
      }),
  )
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: colours.rule }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A table whose header row repeats on every page and whose rows are not split. */
function tableOf({ columns, rows }: Extract<Block, { kind: 'table' }>, write: RunWriter): Table {
  const widths = columns.map(({ share }) => Math.round((textWidth * share) / 100))
  const cell = (lines: Line[], style: string, column: number) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.TOP,
      ...(style === 'TableHeading'
        ? { shading: { type: ShadingType.CLEAR, fill: colours.wash, color: 'auto' } }
        : {}),
      children: lines.map((line) => new Paragraph({ style, children: write(line) })),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    margins: { top: 40, bottom: 40, left: 60, right: 80 },
    borders: {
      top: rule,
      bottom: rule,
      insideHorizontal: rule,
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ label }, index) => cell([label], 'TableHeading', index)),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((lines, index) => cell(lines, 'TableText', index)),
          }),
      ),
    ],
  })
}

/** The register's name, and the page of how many. */
function footerOf(report: WrittenReport): Footer {
  const pages = new TextRun({
    children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
  })
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [...runWriterFor(report.language)(wordsOf(report)(report.register)), pages],
      }),
    ],
  })
}

function wordsOf({ language }: WrittenReport): (text: string) => Line {
  return (text) => [{ kind: 'words', text, language }]
}

/** What the file says of itself. The library's own part leaves out the language, and names the time of its making. */
function coreProperties(report: WrittenReport, made: string): string {
  const { title, scope, register, language } = report
  const fields = [
    ['dc:title', `${title} · ${plainText(scope)}`],
    ['dc:creator', register],
    ['cp:lastModifiedBy', register],
    ['dc:language', languageTags[language]],
  ].map(([name, value]) => `<${name}>${escaped(value ?? '')}</${name}>`)
  const times = ['created', 'modified'].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escaped(made)}</dcterms:${name}>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties',
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    ...fields,
    ...times,
    '</cp:coreProperties>',
  ].join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
