import type ExcelJS from 'exceljs'
import type { Language } from '@/i18n/language'

/** Fonts that come with Excel for each script; other programs substitute their own. */
export const fonts: Record<Language, Partial<ExcelJS.Font>> = {
  'zh-Hant': { name: 'Microsoft JhengHei', size: 11 },
  'zh-Hans': { name: 'Microsoft YaHei', size: 11 },
  en: { name: 'Calibri', size: 11 },
}

export function bold(font: Partial<ExcelJS.Font>): Partial<ExcelJS.Font> {
  return { ...font, bold: true }
}

/** Background of cells that are not to be filled in. */
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
 * A text as a workbook stores it: characters that XML cannot hold, or would change, are written `_x000D_`,
 * and text that looks like that is escaped. Text cells are never run as formulas, so no apostrophe is added.
 */
export function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones
    /[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]/g,
    (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}
