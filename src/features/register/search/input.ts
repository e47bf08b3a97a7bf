import { z } from 'zod'
import { type AddressQuery, lenient } from '@/i18n/parameter'
import { type SearchKind, searchKinds } from './model/passages'

/** The most characters of a query that are read. */
export const longestQuery = 200

const schema = z.object({
  q: lenient(z.string().transform((q) => q.trim().slice(0, longestQuery))),
  kind: lenient(z.enum(searchKinds)),
  page: lenient(z.coerce.number().int().min(1).max(10_000)),
})

/** What the address of the results page asks for: one kind alone, or the first of each. */
export type SearchQuery = { q: string; kind: SearchKind | null; page: number }

/** Reads the address of the results page. What is too long is cut, what is bad is dropped: never an error. */
export function readSearch(params: AddressQuery): SearchQuery {
  const { q = '', kind = null, page = 1 } = schema.parse(params)
  return { q, kind, page: kind ? page : 1 }
}

/** Writes it as the parameters of an address; reading them gives the same. */
export function writeSearch({ q, kind, page }: SearchQuery): Record<string, string> {
  return {
    ...(q ? { q } : {}),
    ...(kind ? { kind } : {}),
    ...(kind && page > 1 ? { page: String(page) } : {}),
  }
}
