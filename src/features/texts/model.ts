import { createHash } from 'node:crypto'
import type { Language } from '../../i18n/language'
import { type LocalizedText, originalLanguage, type TextEntry } from '../../i18n/localized-text'

/** A text row as the database holds it, whoever owns it. */
export type TextRow = {
  part: string
  language: string
  body: string
  origin: TextEntry['origin']
  originDetail: TextEntry['originDetail']
  derivedFromHash: string | null
  reviewedAt: Date | null
}

/** SHA-256 (hex) of a text's body: what a text derived from it remembers. */
export function textHash(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex')
}

/** Whether the original has changed since this text was made from it. */
export function isStale(text: LocalizedText, language: Language): boolean {
  const derivedFrom = text[language]?.derivedFromHash
  if (!derivedFrom) return false
  const original = originalLanguage(text)
  const body = original && text[original]?.body
  return body !== undefined && body !== null && textHash(body) !== derivedFrom
}

/** Text rows of one owner, by part and language. */
export function textsByPart(rows: readonly TextRow[]): Partial<Record<string, LocalizedText>> {
  const parts: Partial<Record<string, LocalizedText>> = {}
  for (const row of rows) {
    const part = parts[row.part] ?? {}
    parts[row.part] = part
    part[row.language as Language] = {
      body: row.body,
      origin: row.origin,
      originDetail: row.originDetail,
      derivedFromHash: row.derivedFromHash,
      reviewedAt: row.reviewedAt?.toISOString() ?? null,
    }
  }
  return parts
}
