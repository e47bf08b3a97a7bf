import { BorderStyle, type IStylesOptions, LineRuleType, ShadingType } from 'docx'
import type { Language } from '@/i18n/language'

/** The type of each language: a face for its Chinese, and the tag by which Word proofs that. */
export const chinese: Record<Language, { face: string; tag: string }> = {
  'zh-Hant': { face: 'Microsoft JhengHei', tag: 'zh-HK' },
  'zh-Hans': { face: 'Microsoft YaHei', tag: 'zh-CN' },
  // For Chinese in an English report: the register's original is Traditional.
  en: { face: 'Microsoft JhengHei', tag: 'zh-HK' },
}
const latin = { face: 'Calibri', tag: 'en-HK' }

/** Twips: A4, and what its margins leave. */
export const page = { width: 11906, height: 16838, margin: 1080 }
export const textWidth = page.width - 2 * page.margin

export const colours = { accent: '0B5A63', soft: '57534B', rule: 'BDB8AC', wash: 'F2F0E9' }

// LibreOffice takes a height without a rule for exact, and headings of two lines overlap.
const auto = LineRuleType.AUTO

/** The styles of a report. Each stands upright and in no letter-spacing: Chinese has no italics. */
export function stylesFor(language: Language): IStylesOptions {
  const font = {
    ascii: latin.face,
    hAnsi: latin.face,
    cs: latin.face,
    eastAsia: chinese[language].face,
  }
  const heading = (size: number, before: number, colour?: string) => ({
    run: { size, bold: true, font, ...(colour ? { color: colour } : { color: '1D1C1A' }) },
    paragraph: { keepNext: true, keepLines: true, spacing: { before, after: 100 } },
  })
  const normal = { basedOn: 'Normal', next: 'Normal', quickFormat: true }
  return {
    default: {
      document: {
        run: {
          font,
          size: 21,
          language: { value: latin.tag, eastAsia: chinese[language].tag },
        },
        paragraph: { spacing: { before: 80, after: 100, line: 288, lineRule: auto } },
      },
      title: heading(40, 0, colours.accent),
      heading1: heading(30, 400, colours.accent),
      heading2: heading(25, 300),
      heading3: heading(22, 240),
      // Not used by the report; the library's own slant.
      heading4: heading(21, 200),
      heading5: heading(21, 200),
      heading6: heading(21, 200),
      caption: {
        run: { size: 18, color: colours.soft },
        paragraph: { keepNext: true, spacing: { before: 160, after: 80 } },
      },
      footnoteText: {
        run: { size: 16 },
        paragraph: { spacing: { before: 0, after: 20, line: 240, lineRule: auto } },
      },
      hyperlink: { run: { color: colours.accent, underline: {} } },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        ...normal,
        run: { size: 26, bold: true },
        paragraph: { keepNext: true, spacing: { before: 0, after: 120 } },
      },
      {
        id: 'Facts',
        name: 'Facts',
        ...normal,
        run: { color: colours.soft },
        paragraph: { spacing: { before: 0, after: 40 } },
      },
      {
        id: 'Notice',
        name: 'Notice',
        ...normal,
        paragraph: {
          keepLines: true,
          spacing: { before: 160, after: 160 },
          indent: { left: 160 },
          shading: { type: ShadingType.CLEAR, fill: colours.wash, color: 'auto' },
          border: {
            left: { style: BorderStyle.SINGLE, size: 24, space: 6, color: colours.accent },
          },
        },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        ...normal,
        next: 'TableText',
        run: { size: 18 },
        paragraph: { spacing: { before: 20, after: 20, line: 264, lineRule: auto } },
      },
      {
        id: 'TableHeading',
        name: 'Table Heading',
        ...normal,
        basedOn: 'TableText',
        next: 'TableText',
        run: { bold: true },
        paragraph: { keepNext: true },
      },
      {
        id: 'Entry',
        name: 'Entry',
        ...normal,
        next: 'EntryText',
        paragraph: {
          keepLines: true,
          spacing: { before: 120, after: 20 },
          border: { top: { style: BorderStyle.SINGLE, size: 4, space: 4, color: colours.rule } },
        },
      },
      {
        id: 'EntryText',
        name: 'Entry Text',
        ...normal,
        basedOn: 'TableText',
        next: 'EntryText',
        paragraph: { keepLines: true, indent: { left: 280 } },
      },
      {
        id: 'Footer',
        name: 'footer',
        ...normal,
        run: { size: 16, color: colours.soft },
        paragraph: { spacing: { before: 0, after: 0 } },
      },
    ],
  }
}
