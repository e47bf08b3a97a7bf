import type { LocalizedText } from '@/i18n/localized-text'

/** A value that a list can be narrowed to, and how many items there would be with it. */
export type Facet = {
  value: string
  count: number
  /** Of what has a name of its own. */
  name?: LocalizedText
}

/** The values of each filter, each counted with all the other filters as they are. */
export type Facets<Dimension extends string> = Record<Dimension, Facet[]>

/**
 * Counts the values of each filter.
 * @param apartFrom the condition of all the filters but one.
 * @param counters for each filter, its values as they count under a condition.
 */
export async function countFacets<Dimension extends string, Condition>(
  apartFrom: (dimension: Dimension) => Condition,
  counters: Record<Dimension, (where: Condition) => Promise<Facet[]>>,
): Promise<Facets<Dimension>> {
  const facets = {} as Facets<Dimension>
  for (const dimension of Object.keys(counters) as Dimension[]) {
    facets[dimension] = await counters[dimension](apartFrom(dimension))
  }
  return facets
}
