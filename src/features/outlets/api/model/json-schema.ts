/** As much of JSON Schema as the document uses. */
export type JsonSchema = {
  $ref?: string
  $defs?: Record<string, JsonSchema>
  type?: string | string[]
  format?: string
  pattern?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  description?: string
  minimum?: number
  maximum?: number
  maxLength?: number
}

/** What a request may say. */
export type Parameter = {
  name: string
  in: 'query' | 'path'
  required?: true
  description?: string
  schema: JsonSchema
}

type Answer = {
  description: string
  headers?: Record<string, { description: string; schema: JsonSchema }>
  content?: Record<string, { schema: JsonSchema }>
}

/** One thing that can be asked. */
export type Operation = {
  operationId: string
  tags?: string[]
  summary: string
  parameters: Parameter[]
  /** By status. */
  responses: Record<string, Answer>
}

/** The document of the API: as much of OpenAPI 3.1 as it uses. */
export type OpenApiDocument = {
  openapi: string
  info: { title: string; version: string; summary: string; description: string }
  servers: { url: string }[]
  externalDocs: { url: string }
  tags: { name: string; description: string }[]
  paths: Record<string, { get: Operation }>
  components: { schemas: Record<string, JsonSchema> }
}

/** What can be wrong with a request: a key of messages `developers.problems`, with its status and name. */
export const problemKinds = {
  'bad-request': { status: 400, title: 'Bad request' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'body-refused': { status: 413, title: 'Body refused' },
  internal: { status: 500, title: 'Internal error' },
} as const
export type ProblemKind = keyof typeof problemKinds

/** The methods that are answered. */
export const allowedMethods = 'GET, HEAD, OPTIONS'

/**
 * What is wrong with a request, as it is told (RFC 9457).
 * @param base the register's public address.
 * @param instance the path and query that were asked for.
 * @param status the kind's own by default.
 */
export function problemOf<Errors>(
  kind: ProblemKind,
  {
    base,
    detail,
    instance,
    status = problemKinds[kind].status,
    errors,
  }: {
    base: string
    detail: string
    instance: string
    status?: number
    errors?: Errors | undefined
  },
) {
  const type = `${base}/developers#${kind}`
  const { title } = problemKinds[kind]
  return { type, title, status, detail, instance, ...(errors ? { errors } : {}) }
}

/** What a part of an answer is, for a reader: an object of the document by name, one of some words, or a type. */
export type Shape = {
  isList: boolean
  isNullable: boolean
  /** Of an object that the document names. */
  name: string | null
  /** The words that there are to choose from. */
  values: string[]
  /** Keys of messages `developers.types`, of which one holds; none where anything may stand. */
  types: TypeKey[]
}
type TypeKey = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'date' | 'time'

/** A part of an object, by its path in it: `chairs[].side`. */
export type Part = { path: string; shape: Shape; description: string; isOptional: boolean }

/** The parts of an object in the order in which they are written, those of nameless objects in it among them. */
export function partsOf(schema: JsonSchema, within = ''): Part[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const path = `${within}${name}`
    const { single, isList } = unwrapped(part)
    return [
      {
        path,
        shape: shapeOf(part),
        description: part.description ?? '',
        isOptional: !schema.required?.includes(name),
      },
      ...(single.$ref ? [] : partsOf(single, `${path}${isList ? '[]' : ''}.`)),
    ]
  })
}

/** What a schema says, as a reader is told of it. */
export function shapeOf(schema: JsonSchema): Shape {
  const { single, isList, isNullable } = unwrapped(schema)
  const options = single.anyOf ?? [single]
  return {
    isList,
    isNullable: isNullable || [single.type ?? []].flat().includes('null'),
    name: single.$ref?.split('/').at(-1) ?? null,
    values: (single.enum ?? []).map(String),
    types: options.flatMap(typesOf),
  }
}

const formats = { date: 'date', 'date-time': 'time' } as const
const plainTypes = ['string', 'integer', 'number', 'boolean', 'object'] as const

function typesOf({ type, format }: JsonSchema): TypeKey[] {
  const special = formats[format as keyof typeof formats]
  if (special) return [special]
  const held = [type ?? []].flat()
  return plainTypes.filter((known) => held.includes(known))
}

/** What stands inside a list, and inside an either-or with nothing. */
function unwrapped(schema: JsonSchema): {
  single: JsonSchema
  isList: boolean
  isNullable: boolean
} {
  if (schema.type === 'array' && schema.items) {
    return { ...unwrapped(schema.items), isList: true }
  }
  const options = schema.anyOf ?? []
  const [first, ...others] = options.filter(({ type }) => type !== 'null')
  const isNullable = options.some(({ type }) => type === 'null')
  if (!first || others.length > 0) return { single: schema, isList: false, isNullable }
  return { ...unwrapped(first), isNullable }
}
