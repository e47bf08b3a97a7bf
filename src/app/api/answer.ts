import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { apiRoot, documentPath, openApiDocument } from '@/features/outlets/api/formats/openapi'
import {
  collectionParameters,
  documentParameters,
  itemKeys,
  itemParameters,
  languageNamed,
  readParameters,
} from '@/features/outlets/api/input'
import { collectionAnswer, itemAnswer } from '@/features/outlets/api/model/answers'
import { allowedMethods } from '@/features/outlets/api/model/json-schema'
import {
  type ResourceName,
  resourceNames,
  resourcesIn,
} from '@/features/outlets/api/model/resources'
import {
  type ParameterValues,
  readCollection,
  readItem,
} from '@/features/outlets/api/queries/read-resource'
import { sidePattern } from '@/features/register/cities/model'
import { listCities } from '@/features/register/cities/queries'
import type { Moment, StandingDay } from '@/features/register/log/model'
import { atMoment, findMoment, problemOfMoment } from '@/features/register/log/queries/moment'
import { headRevision } from '@/features/register/log/queries/revisions'
import { findDay, problemOfDay } from '@/features/register/log/queries/standing'
import { environment } from '@/server/environment'
import { answered, type Caching, preflightOf, unchanged } from '@/server/http/answer'
import packageJson from '~/package.json'
import { wordsOfDayProblem, wordsOfProblem } from '../[locale]/refused-moment'
import { exposing, problemAnswer } from './problems'

/** What an address names: a collection, one thing in it, or the document. */
type Found =
  | { kind: 'document' }
  | { kind: 'collection'; name: ResourceName }
  | { kind: 'item'; name: ResourceName; key: string }

/** Answers any request under `/api`: never with an exception, and with a problem that names what is wrong. */
export async function answerApi(request: Request): Promise<Response> {
  try {
    return await answer(request, new URL(request.url))
  } catch (error) {
    console.error(`${request.method} ${request.url} failed.`, error)
    return problemAnswer(request, 'internal', 'Something went wrong here. Please try again later.')
  }
}

async function answer(request: Request, url: URL): Promise<Response> {
  const found = find(url.pathname)
  if (!found) {
    const detail = `There is nothing at this address. ${documentPath} says what there is.`
    return problemAnswer(request, 'not-found', detail)
  }
  if (request.method === 'OPTIONS') {
    return preflightOf(allowedMethods, 'If-None-Match, Accept, Content-Type', {
      ...exposing,
      Allow: allowedMethods,
    })
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return problemAnswer(request, 'method-not-allowed', `Only ${allowedMethods} are answered here.`)
  }
  const parameters = parametersOf(found)
  const read = readParameters(parameters, url.searchParams)
  const errors = read.ok ? [] : read.errors
  if (parameters.side && !(await isSide(url.searchParams.get('side')))) {
    errors.push({ field: 'side', detail: 'No such city.' })
  }
  const wrong = read.ok ? await problemOfMoment(read.values.at) : null
  if (wrong) errors.push({ field: 'at', detail: `It ${await wordsOfProblem(wrong)}` })
  const wrongDay = read.ok ? problemOfDay(read.values) : null
  if (wrongDay) errors.push({ field: 'on', detail: `It ${wordsOfDayProblem(wrongDay)}` })
  if (!read.ok || errors.length > 0) {
    const named = errors.map(({ field }) => field).join(', ')
    return problemAnswer(request, 'bad-request', `Not understood: ${named}.`, errors)
  }
  if (found.kind === 'document') return answerDocument(request, read.values)
  return answerResource(request, url, found, read.values)
}

/** Whether the `side` parameter, if given, is a city of the register; a malformed one has been reported before. */
async function isSide(side: string | null): Promise<boolean> {
  if (!side || !sidePattern.test(side)) return true
  return (await listCities()).some(({ code }) => code === side)
}

function find(pathname: string): Found | null {
  if (pathname === documentPath) return { kind: 'document' }
  const [root, name, segment, ...more] = pathname.slice(apiRoot.length).split('/')
  const resource = resourceNames.find((known) => known === name)
  if (!pathname.startsWith(`${apiRoot}/`) || root !== '' || !resource || more.length > 0)
    return null
  if (segment === undefined) return { kind: 'collection', name: resource }
  // Keys contain no characters that need escaping, so an escaped one does not exist.
  const isKey = itemKeys[resource].schema.safeParse(segment).success
  return isKey ? { kind: 'item', name: resource, key: segment } : null
}

function parametersOf(found: Found): Record<string, z.ZodType> {
  if (found.kind === 'document') return documentParameters
  return found.kind === 'item' ? itemParameters(found.name) : collectionParameters[found.name]
}

function answerDocument(request: Request, values: ParameterValues): Response {
  const language = languageNamed(values.lang) ?? 'en'
  const body = JSON.stringify(openApiDocument(language, environment().BASE_URL))
  return answeredText(request, keptAs(tagOf(body)), `${body}\n`)
}

async function answerResource(
  request: Request,
  url: URL,
  found: Exclude<Found, { kind: 'document' }>,
  values: ParameterValues,
): Promise<Response> {
  const moment = await findMoment(values.at)
  const day = await findDay(values)
  // For the past, the last revision of it: such an answer never changes. How things stood on a day does, with the head.
  const head = await atMoment(moment, headRevision)
  const caching = keptAs(
    tagOf([edition(), head?.number ?? 0, moment?.instant, url.pathname, url.search]),
  )
  const known = unchanged(request, caching, null)
  if (known) return known
  const read = await readWith(found, values, moment ?? day)
  if (read === 'no-such-place') {
    const errors = [{ field: 'after', detail: 'Not in this collection.' }]
    return problemAnswer(request, 'bad-request', 'Not understood: after.', errors)
  }
  if (read === 'no-such-item') {
    return problemAnswer(request, 'not-found', 'Nothing has this reference.')
  }
  // Something was published while this was read: the answer would contain it, under an older head.
  if (!moment && (await headRevision())?.number !== head?.number) {
    return answerResource(request, url, found, values)
  }
  const resources = resourcesIn(languageNamed(values.lang))[found.name]
  const around = { head, asAt: moment }
  const meta = { licence: environment().DATA_LICENCE, on: day?.on ?? null }
  const written =
    'page' in read
      ? collectionAnswer(resources.listed).parse({
          data: read.page.items,
          page: { next: nextAddress(url, read.page.next) },
          total: read.page.total,
          ...around,
          meta: { ...meta, notItemised: read.page.notItemised ?? 0 },
        })
      : itemAnswer(resources.whole).parse({ data: read.item, ...around, meta })
  return answeredText(request, caching, `${JSON.stringify(written)}\n`)
}

async function readWith(
  found: Exclude<Found, { kind: 'document' }>,
  values: ParameterValues,
  moment: Moment | StandingDay | null,
) {
  if (found.kind === 'item') {
    const isOfDay = moment !== null && 'on' in moment
    const item = await atMoment(moment, () => readItem(found.name, found.key, { isOfDay }))
    return item ? { item } : 'no-such-item'
  }
  const search = values.q !== undefined
  const page = await atMoment(moment, () => readCollection(found.name, values), { search })
  return page ? { page } : 'no-such-place'
}

function nextAddress(url: URL, after: string | null): string | null {
  if (after === null) return null
  const query = new URLSearchParams(url.search)
  query.set('after', after)
  return `${url.pathname}?${query}`
}

let knownEdition: string | undefined

/** The edition of the API: another one may write the same facts differently. */
function edition(): string {
  knownEdition ??= tagOf([
    packageJson.version,
    openApiDocument('en', ''),
    environment().DATA_LICENCE,
  ])
  return knownEdition
}

function tagOf(of: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(of)).digest('base64url')
  return hash.slice(0, 27)
}

function keptAs(tag: string): Caching {
  const headers = { ...exposing, Link: `<${documentPath}>; rel="service-desc"` }
  return { keep: 'shared', tag, isWeak: true, headers }
}

function answeredText(request: Request, caching: Caching, json: string): Response {
  const body = request.method === 'HEAD' ? null : json
  return answered(request, body, { ...caching, type: 'application/json' })
}
