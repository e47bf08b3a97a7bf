import type { TextEntry } from '@/i18n/localized-text'

/** Whether a value of a snapshot holds others by name. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value of a snapshot holds places of its own, unlike a passage. */
export function isNest(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && !('body' in value)
}

/** Whether a value of a snapshot is a passage in one language. */
export function isPassage(value: unknown): value is TextEntry {
  return isRecord(value) && typeof value.body === 'string' && typeof value.origin === 'string'
}

/** Whether a place of a snapshot holds nothing. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}
