import { z } from 'zod'

/** The query of an address, as a page is given it. */
export type AddressQuery = Record<string, string | string[] | undefined>

/** A parameter as an address gives it; a repeated one counts once, an empty or bad one not at all. */
export const lenient = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value[0] : value) || undefined,
    schema.optional().catch(undefined),
  )

/**
 * The names of the parameters that an address gives and that cannot be read: a bad value, or more than one. What is
 * empty is not asked: forms send what was left open so.
 */
export function unreadParameters(shape: Record<string, z.ZodType>, query: AddressQuery): string[] {
  return Object.keys(shape).filter((name) => {
    const value = query[name]
    if (value === undefined || value === '') return false
    return Array.isArray(value) || !shape[name]?.safeParse(value).success
  })
}

/** Which page of a list, from the second; the first has no number in its address. */
export const pageNumber = z.coerce.number().int().min(2).max(10_000)

type Schemas = Record<string, z.ZodType>
type Asked<Shape extends Schemas> = { [Key in keyof Shape]?: z.output<Shape[Key]> }

/** What a list's filter reads: what is left out is not asked. */
export type FilterOf<List extends { read: (query: AddressQuery) => unknown }> = ReturnType<
  List['read']
>

/**
 * How the address of a list says what of it is asked for.
 * @param conditions what narrows the list.
 * @param order how it is ordered.
 * @param place where in the list a page begins; it falls away with any change of the rest.
 */
export function listFilter<
  Conditions extends Schemas,
  Order extends Schemas,
  Place extends Schemas,
>({ conditions, order, place }: { conditions: Conditions; order: Order; place: Place }) {
  type Filter = Asked<Conditions & Order & Place>
  const shape = { ...conditions, ...order, ...place }
  const lenientOnes = Object.entries(shape).map(([key, schema]) => [key, lenient(schema)])
  const schema = z.object(Object.fromEntries(lenientOnes))
  const apartFrom = (filter: Filter, keys: readonly string[]) =>
    Object.fromEntries(Object.entries(filter).filter(([key]) => !keys.includes(key))) as Filter
  return {
    /** The names of what narrows the list. */
    conditions: Object.keys(conditions) as (keyof Conditions & string)[],
    /** Which parameters of the list an address gives in a way that cannot be read. */
    unread: (query: AddressQuery): string[] => unreadParameters(shape, query),
    /** Reads the filter from an address. Bad values are dropped: never an error. */
    read(query: AddressQuery): Filter {
      const read = Object.entries(schema.parse(query))
      return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Filter
    },
    /** Writes the filter as the query of an address; reading that gives the same filter. */
    write(filter: Filter): Record<string, string> {
      return Object.fromEntries(
        Object.keys(shape).flatMap((key) => {
          const value: unknown = filter[key]
          return value === undefined ? [] : [[key, String(value)]]
        }),
      )
    },
    /** The filter without one of its parts; the list begins anew. */
    without: (filter: Filter, key: keyof Filter & string): Filter =>
      apartFrom(filter, [key, ...Object.keys(place)]),
    /** The filter as the list begins. */
    begun: (filter: Filter): Filter => apartFrom(filter, Object.keys(place)),
  }
}
