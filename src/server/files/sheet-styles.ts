import type ExcelJS from 'exceljs'
import type { Language } from '@/i18n/language'

/** Fonts that are there wherever Excel is in that script; others put one of theirs in its place. */
export const fonts: Record<Language, Partial<ExcelJS.Font>> = {
  'zh-Hant': { name: 'Microsoft JhengHei', size: 11 },
  'zh-Hans': { name: 'Microsoft YaHei', size: 11 },
  en: { name: 'Calibri', size: 11 },
}

export function bold(font: Partial<ExcelJS.Font>): Partial<ExcelJS.Font> {
  return { ...font, bold: true }
}

/** Behind what is not to be filled in. */
export const shaded: ExcelJS.Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFE9EDF1' },
}

/**
 * How high a row has to be, in points, for its texts to be read in columns of these widths, up to a number of
 * lines: LibreOffice does not work it out by itself. Chinese characters are twice as wide as Latin letters.
 */
export function heightOf(
  texts: readonly string[],
  widths: readonly number[],
  most: number,
): number {
  const lines = texts.map((text, index) =>
    text.split('\n').reduce((sum, line) => {
      const units = [...line].reduce((width, sign) => width + (sign > '\u2e80' ? 2.1 : 1.05), 0)
      return sum + Math.max(1, Math.ceil(units / (widths[index] ?? 20)))
    }, 0),
  )
  return Math.min(Math.max(1, ...lines), most) * 15.5
}

/**
 * A text as a workbook holds it: what XML cannot hold, or would change, is written `_x000D_`, and a text that
 * has such words in it is marked as not meaning them. Cells of text are never run as formulas, so nothing is
 * put before them.
 */
export function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones
    /[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]/g,
    (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}
