import { z } from 'zod'
import { type SearchKind, searchKinds } from './model/passages'

/** The most characters of a query that are read. */
export const longestQuery = 200

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value) || undefined

const schema = z.object({
  q: z.preprocess(
    first,
    z
      .string()
      .transform((q) => q.trim().slice(0, longestQuery))
      .catch(''),
  ),
  kind: z.preprocess(first, z.enum(searchKinds).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
})

/** What the address of the results page asks for: one kind alone, or the first of each. */
export type SearchAsked = { q: string; kind: SearchKind | null; page: number }

/** Reads the address of the results page. What is too long is cut, what is bad is dropped: never an error. */
export function readSearch(params: Record<string, string | string[] | undefined>): SearchAsked {
  const { q, kind, page } = schema.parse(params)
  return { q, kind: kind ?? null, page: kind ? page : 1 }
}

/** Writes it as the parameters of an address; reading them gives the same. */
export function writeSearch({ q, kind, page }: SearchAsked): Record<string, string> {
  return {
    ...(q ? { q } : {}),
    ...(kind ? { kind } : {}),
    ...(kind && page > 1 ? { page: String(page) } : {}),
  }
}
