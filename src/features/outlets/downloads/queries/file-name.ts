import 'server-only'
import { textsByPart } from '@/features/register/texts/model/text'
import { pickText } from '@/i18n/localized-text'
import { database } from '@/server/database/database'
import type { Format, TableName } from '../model/table'

/** Longer names are cut: some systems allow no more than 255 bytes with the folder. */
const longest = 80

/**
 * What a file is called where it is kept: the list, what narrows it, and its day, in ASCII that every system takes:
 * `hksh-projects-finance-2026-11-30.xlsx`.
 * @param query what narrows it, as the address of the file has it.
 * @param day ISO: the day that it is of.
 */
export async function fileNameOf(
  table: TableName,
  format: Format,
  query: Readonly<Record<string, string>>,
  day: string,
): Promise<string> {
  const parts: string[] = []
  for (const [name, value] of Object.entries(query)) {
    if (value === 'all' || name === 'at' || name === 'lang') continue
    parts.push(inAscii(name === 'field' ? await fieldName(value) : value) || name)
  }
  const narrowed = parts
    .join('-')
    .slice(0, longest)
    .replace(/[-.]+$/, '')
  return `${['hksh', table, narrowed, day].filter(Boolean).join('-')}.${format}`
}

/** Words as part of a file's name; empty where nothing of them is ASCII. */
function inAscii(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
}

/** What a field is called in English, else its reference. */
async function fieldName(reference: string): Promise<string> {
  const db = await database()
  const field = await db.field.findUnique({ where: { reference }, include: { texts: true } })
  const name = field && pickText(textsByPart(field.texts).name, 'en')
  return name?.language === 'en' ? name.body : reference
}
