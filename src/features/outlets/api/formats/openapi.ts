import { z } from 'zod'
import type { Language } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import { collectionParameters, documentParameters, itemKeys, itemParameters } from '../input'
import { collectionAnswer, itemAnswer, problem } from '../model/answers'
import { descriptions } from '../model/described'
import type { Naming } from '../model/evidence'
import type { JsonSchema, OpenApiDocument, Operation, Parameter } from '../model/json-schema'
import { type ResourceName, resourceNames, resourcesWith } from '../model/resources'
import {
  allLanguages,
  heldText,
  heldTitle,
  pickedText,
  pickedTitle,
  titleInAllLanguages,
} from '../model/texts'

/** Where the API begins, and where its document is. */
export const apiRoot = '/api/v1'
export const documentPath = `${apiRoot}/openapi.json`

/** The schemas that the document holds by name. */
const names = z.registry<{ id: string }>()
const named: Naming = (schema, name) => {
  names.add(schema, { id: name })
  return schema
}

named(heldText, 'HeldText')
const text = named(
  z.union([
    named(allLanguages, 'TextInAllLanguages'),
    named(pickedText, 'TextInOneLanguage'),
    z.null(),
  ]),
  'Text',
)
named(heldTitle, 'HeldTitle')
const title = named(
  z.union([
    named(titleInAllLanguages, 'TitleInAllLanguages'),
    named(pickedTitle, 'TitleInOneLanguage'),
    z.null(),
  ]),
  'Title',
)
const resources = resourcesWith({ text, title }, named)

/** Every answer, by the name of its schema in the document. */
const answers = z.object({
  ...Object.fromEntries(
    resourceNames.flatMap((name) => [
      [collectionSchema(name), collectionAnswer(resources[name].listed)],
      [itemSchema(name), itemAnswer(resources[name].whole)],
    ]),
  ),
  Problem: named(problem, 'Problem'),
})

/** `Project` of `projects`. */
function nounOf(name: ResourceName): string {
  return `${name[0]?.toUpperCase()}${name.slice(1, -1)}`
}

function collectionSchema(name: ResourceName): string {
  return `${nounOf(name)}Collection`
}

function itemSchema(name: ResourceName): string {
  return `${nounOf(name)}Item`
}

const made = new Map<string, OpenApiDocument>()

/**
 * The API in OpenAPI 3.1, made from the schemas that read the requests and write the answers: once, for it
 * changes with the program alone.
 * @param base the public address of the register, without a final slash.
 */
export function openApiDocument(language: Language, base: string): OpenApiDocument {
  const key = `${language} ${base}`
  const known = made.get(key) ?? makeDocument(language, base)
  made.set(key, known)
  return known
}

function makeDocument(language: Language, base: string): OpenApiDocument {
  const words = messagesIn(language).developers
  return {
    openapi: '3.1.1',
    info: {
      title: `${messagesIn(language).site.name} · API`,
      version: '1',
      summary: words.lead,
      description: [words.sections.requests, words.sections.limits, words.sections.reuse].join(
        '\n\n',
      ),
    },
    servers: [{ url: base }],
    externalDocs: { url: `${base}/developers` },
    tags: resourceNames.map((name) => ({ name, description: words.resources[name] })),
    paths: {
      ...Object.fromEntries(
        resourceNames.flatMap((name) => [
          [`${apiRoot}/${name}`, { get: collectionOperation(name, language) }],
          [`${apiRoot}/${name}/{${itemKeys[name].name}}`, { get: itemOperation(name, language) }],
        ]),
      ),
      [documentPath]: {
        get: {
          operationId: 'readDocument',
          summary: words.document,
          parameters: parametersOf(documentParameters, language),
          responses: {
            200: {
              description: words.document,
              headers: headersIn(language),
              content: { 'application/json': { schema: { type: 'object' } } },
            },
            ...otherAnswers(language, []),
          },
        },
      },
    },
    components: { schemas: namedSchemas(language) },
  }
}

function collectionOperation(name: ResourceName, language: Language): Operation {
  return operation(language, {
    name,
    verb: 'list',
    parameters: parametersOf(collectionParameters[name], language),
    schema: collectionSchema(name),
    missing: [],
  })
}

function itemOperation(name: ResourceName, language: Language): Operation {
  const { name: key, schema } = itemKeys[name]
  return operation(language, {
    name,
    verb: 'find',
    parameters: [
      { ...parameterOf(key, schema, language), in: 'path', required: true },
      ...parametersOf(itemParameters(name), language),
    ],
    schema: itemSchema(name),
    missing: [404],
  })
}

type Described = {
  name: ResourceName
  verb: 'list' | 'find'
  parameters: Parameter[]
  schema: string
  missing: 404[]
}

function operation(
  language: Language,
  { name, verb, parameters, schema, missing }: Described,
): Operation {
  const { operations } = messagesIn(language).developers
  return {
    operationId: verb === 'list' ? `list${nounOf(name)}s` : `find${nounOf(name)}`,
    tags: [name],
    summary: operations[name][verb],
    parameters,
    responses: {
      200: {
        description: operations[name][verb],
        headers: headersIn(language),
        content: { 'application/json': { schema: referenceTo(schema) } },
      },
      ...otherAnswers(language, missing),
    },
  }
}

function otherAnswers(language: Language, missing: 404[]): Operation['responses'] {
  const { statuses } = messagesIn(language).developers
  const content = { 'application/problem+json': { schema: referenceTo('Problem') } }
  return {
    304: { description: statuses['304'], headers: headersIn(language) },
    ...Object.fromEntries(
      ([400, ...missing, 500] as const).map((status) => [
        status,
        { description: statuses[status], content },
      ]),
    ),
  }
}

function headersIn(language: Language) {
  const { headers } = messagesIn(language).developers
  return { ETag: { description: headers.etag, schema: { type: 'string' } as const } }
}

function parametersOf(schemas: Record<string, z.ZodType>, language: Language): Parameter[] {
  return Object.entries(schemas).map(([name, schema]) => parameterOf(name, schema, language))
}

function parameterOf(name: string, schema: z.ZodType, language: Language): Parameter {
  const { description, ...rest } = schemaOf(schema, language)
  return { name, in: 'query', ...(description ? { description } : {}), schema: rest }
}

function namedSchemas(language: Language): Record<string, JsonSchema> {
  const { $defs = {}, properties = {} } = schemaOf(answers, language)
  const { objects } = messagesIn(language).developers
  const all = Object.entries({ ...properties, ...$defs }).filter(([, schema]) => !schema.$ref)
  return Object.fromEntries(
    all.map(([name, schema]) => {
      const description = (objects as Partial<Record<string, string>>)[name]
      return [name, description ? { ...schema, description } : schema]
    }),
  )
}

function schemaOf(schema: z.ZodType, language: Language): JsonSchema {
  const { fields } = messagesIn(language).developers
  const made = z.toJSONSchema(schema, {
    io: 'output',
    metadata: names,
    override: ({ zodSchema, jsonSchema }) => {
      const said = descriptions.get(zodSchema)
      if (said) jsonSchema.description = fields[said.key]
      // A format says more than the pattern that checks it, and every number of ours is a safe one.
      if (jsonSchema.format) delete jsonSchema.pattern
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  return inComponents(made) as JsonSchema
}

/** References to where OpenAPI keeps schemas; without what says that it is a document by itself. */
function inComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inComponents)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, held]) => key !== '$schema' && !(key === 'id' && typeof held === 'string'))
      .map(([key, held]) => [
        key,
        key === '$ref'
          ? String(held).replace('#/$defs/', '#/components/schemas/')
          : inComponents(held),
      ]),
  )
}

function referenceTo(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` }
}
