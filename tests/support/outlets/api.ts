import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { GET } from '@/app/api/[[...path]]/route'
import type { OpenApiDocument } from '@/features/outlets/api/model/json-schema'
import type { ResourceName } from '@/features/outlets/api/model/resources'
import type { Database } from '@/server/database/database'

const base = 'http://127.0.0.1:3000'

/** Asks the route as the framework would, in process. */
export function request(path: string, init?: RequestInit): Promise<Response> {
  return GET(new Request(`${base}${path}`, init))
}

/** An answer that was held against the document. */
export type Checked = {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: what it is, the document says and has been checked.
  body: any
}

/** Asks, and holds what is answered against the document. */
export type Ask = (path: string, init?: RequestInit) => Promise<Checked>

/** The document as the route serves it. */
export async function readDocument(): Promise<OpenApiDocument> {
  return (await request('/api/v1/openapi.json')).json()
}

/** A way to ask that throws where the answer is not as the document says. */
export async function checkedAsking(): Promise<Ask> {
  const document = await readDocument()
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  ajv.addSchema(document, 'document')
  const validators = new Map<string, ValidateFunction>()
  const validatorAt = (pointer: string): ValidateFunction => {
    const known = validators.get(pointer) ?? ajv.compile({ $ref: `document#${pointer}` })
    validators.set(pointer, known)
    return known
  }

  return async (path, init) => {
    const response = await request(path, init)
    const text = await response.text()
    const { status, headers } = response
    const complain = (problem: string): never => {
      throw new Error(
        `${init?.method ?? 'GET'} ${path} → ${status}: ${problem}\n${text.slice(0, 500)}`,
      )
    }
    if (headers.get('access-control-allow-origin') !== '*') complain('closed to other sites')
    if (status === 204 || status === 304 || init?.method === 'HEAD') {
      if (text !== '') complain('a body where there is to be none')
      return { status, headers, body: null }
    }
    const type = headers.get('content-type') ?? ''
    const pointer = pointerOf(document, new URL(path, base).pathname, status, type)
    if (!pointer) complain(`${type} is not in the document`)
    const body = JSON.parse(text)
    const validate = validatorAt(pointer ?? '')
    if (!validate(body)) complain(ajv.errorsText(validate.errors))
    return { status, headers, body }
  }
}

/** Where the document says what such an answer is; null where it says nothing of it. */
function pointerOf(
  document: OpenApiDocument,
  pathname: string,
  status: number,
  type: string,
): string | null {
  const template = Object.keys(document.paths).find((known) =>
    new RegExp(`^${known.replaceAll('.', '\\.').replace(/\{\w+\}/, '[^/]+')}$`).test(pathname),
  )
  const answer = template && document.paths[template]?.get.responses[status]
  if (answer) {
    return answer.content?.[type]
      ? `/paths/${escaped(template)}/get/responses/${status}/content/${escaped(type)}/schema`
      : null
  }
  // Addresses and methods that do not exist get an answer as well.
  const isElsewhere = (status === 404 && !answer) || status === 405
  return isElsewhere && type === 'application/problem+json' ? '/components/schemas/Problem' : null
}

function escaped(token: string): string {
  return encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1'))
}

/** The keys of a whole collection, by following `next`; at most `pages` pages. */
export async function walk(ask: Ask, address: string, limit: number, pages = 1000) {
  const keys: string[] = []
  let next: string | null = `/api/v1/${address}${address.includes('?') ? '&' : '?'}limit=${limit}`
  for (let page = 0; next !== null && page < pages; page++) {
    const { status, body }: Checked = await ask(next)
    if (status !== 200) throw new Error(`${next}: ${body.detail}`)
    if (body.data.length > limit) throw new Error(`${next}: more than ${limit}`)
    const isLog = address.startsWith('revisions')
    for (const item of body.data) {
      keys.push(isLog ? String(item.number) : (item.reference ?? item.slug))
    }
    next = body.page.next
  }
  return keys
}

/** How everything that is held is named in the addresses of its collection. */
export async function everyKey(db: Database): Promise<Record<ResourceName, string[]>> {
  const byReference = { select: { reference: true } } as const
  const bySlug = { select: { slug: true } } as const
  const references = (rows: { reference: string }[]) => rows.map(({ reference }) => reference)
  const slugs = (rows: { slug: string }[]) => rows.map(({ slug }) => slug)
  return {
    conferences: references(await db.conference.findMany(byReference)),
    fields: references(await db.field.findMany(byReference)),
    projects: references(await db.project.findMany(byReference)),
    documents: references(await db.document.findMany(byReference)),
    organisations: slugs(await db.organisation.findMany(bySlug)),
    developments: slugs(await db.development.findMany(bySlug)),
    sources: slugs(await db.source.findMany(bySlug)),
    revisions: (await db.revision.findMany({ select: { number: true } })).map(({ number }) =>
      String(number),
    ),
  }
}
