import { formatDay, hongKongDay } from '@/i18n/formats'
import type { Language } from '@/i18n/language'

/** One revision of a subject as it is cited, in one language. */
export type Citable = {
  /** The register's name. */
  register: string
  /** What the subject is called. */
  title: string
  /** The language that the title is in. */
  titleLanguage: Language
  /** What must be said of the title, in the language of the citation: that it is descriptive; null where nothing must. */
  titleNote: string | null
  /** The subject's permanent reference. */
  reference: string
  /** The number of the revision within the subject: 1, 2, 3 … */
  revision: number
  /** When it was recorded: an ISO time. */
  recordedAt: string
  /** The absolute address of the revision, which does not change. */
  address: string
  /** The day on which it was read: an ISO time or day. */
  readOn: string
}

/** The day of an ISO time in Hong Kong as year, month, day. */
function dayParts(date: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = hongKongDay(date).split('-').map(Number)
  return [year, month, day]
}

/**
 * APA style, 7th edition, for a page whose author is the site that publishes it: author, date, title with
 * what identifies the version in brackets, address. https://apastyle.apa.org/style-grammar-guidelines/references/examples/webpage-website-references
 */
export function apa({
  register,
  title,
  titleNote,
  reference,
  revision,
  recordedAt,
  address,
}: Citable): string {
  const [day, month, year] = formatDay(recordedAt, 'en').split(' ')
  return `${register}. (${year}, ${month} ${day}). ${title} [${titleNote ? `${titleNote}, ` : ''}${reference}, revision ${revision}]. ${address}`
}

/**
 * GB/T 7714, an online database: 主要责任者. 题名[DB/OL]. (更新日期)[引用日期]. 获取和访问路径.
 * Both days are ISO days, as the standard writes them.
 */
export function gbt7714(cited: Citable): string {
  const { register, title, titleNote, reference, revision, recordedAt, readOn, address } = cited
  const version = `${titleNote ? `${titleNote}，` : ''}${reference}，第${revision}次修订`
  const days = `(${hongKongDay(recordedAt)})[${hongKongDay(readOn)}]`
  return `${register}. ${title}：${version}[DB/OL]. ${days}. ${address}.`
}

// What stands for something else in LaTeX, and how it is written there.
const latex: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
}

function inLatex(text: string): string {
  return text.replace(/[\\{}~^&%$#_]/g, (sign) => latex[sign] ?? sign)
}

/**
 * BibTeX. Braces around the names keep their capitals and keep an author of several words whole.
 * @param evidence what the register records, on what evidence.
 */
export function bibtex(cited: Citable, evidence: string): string {
  const { register, title, reference, revision, recordedAt, readOn, address } = cited
  const [year, month] = dayParts(recordedAt)
  const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
  const fields = [
    `author = {{${inLatex(register)}}}`,
    `title = {{${inLatex(title)}}}`,
    `year = {${year}}`,
    `month = ${months[month - 1]}`,
    `version = {${revision}}`,
    `note = {${inLatex(`${reference}, revision ${revision}, ${hongKongDay(recordedAt)}. ${evidence}.`)}}`,
    `url = {${address}}`,
    `urldate = {${hongKongDay(readOn)}}`,
  ]
  return `@misc{hkshct-${reference}-r${revision},\n${fields.map((field) => `  ${field}`).join(',\n')}\n}`
}

/** CSL-JSON, as reference managers take it: a list of one. https://docs.citationstyles.org/en/stable/specification.html @param evidence as in BibTeX. */
export function cslJson(cited: Citable, evidence: string): string {
  const { register, title, titleLanguage, reference, revision, recordedAt, readOn, address } = cited
  const item = {
    id: `hkshct-${reference}-r${revision}`,
    type: 'webpage',
    title,
    author: [{ literal: register }],
    'container-title': register,
    number: reference,
    version: String(revision),
    issued: { 'date-parts': [dayParts(recordedAt)] },
    accessed: { 'date-parts': [dayParts(readOn)] },
    URL: address,
    language: titleLanguage,
    note: `${evidence}.`,
  }
  // A day in one line, as people write it.
  return JSON.stringify([item], null, 2).replace(
    /\[\n\s+\[\n\s+(\d+),\n\s+(\d+),\n\s+(\d+)\n\s+\]\n\s+\]/g,
    '[[$1, $2, $3]]',
  )
}
