import 'server-only'
import {
  type EditableKind,
  kinds,
  type SubjectKind,
} from '@/features/register/subjects/model/kinds'
import { namesIn, type ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import { Prisma } from '@/generated/prisma/client'
import type { Database, Transaction } from '@/server/database/database'
import type { Registry } from '../model/rules'

/** The kinds that an edit can name, besides cities. */
const namable = [
  'conference',
  'field',
  'mechanism',
  'organisation',
  'person',
  'project',
  'source',
] as const

/** A subject as it would be. */
type Proposed = { kind: EditableKind; snapshot: ProposedSnapshot }

/** Looks up the names in an edit, so that the rules need no database. */
export async function registryFor(
  db: Database | Transaction,
  kind: EditableKind,
  snapshot: ProposedSnapshot,
): Promise<Registry> {
  const [registry] = await registryForAll(db, [{ kind, snapshot }])
  return registry as Registry
}

/** As `registryFor`, of many edits at once, in their order. */
export async function registryForAll(
  db: Database | Transaction,
  proposed: readonly Proposed[],
): Promise<Registry[]> {
  if (proposed.length === 0) return []
  const names = [...new Set(proposed.flatMap(({ snapshot }) => namesIn(snapshot)))]
  const found = new Set<string>()
  const add = (kind: string) => (name: string) => found.add(`${kind} ${name}`)
  for (const kind of namable) (await namesOf(db, kind, names)).forEach(add(kind))
  const cities = await db.city.findMany({ where: { code: { in: names } } })
  cities.map(({ code }) => code).forEach(add('city'))
  const rooms = new Map<unknown, Registry['room']>()
  const registries: Registry[] = []
  for (const { kind, snapshot } of proposed) {
    const { conference } = snapshot
    const room = rooms.get(conference) ?? (await roomIn(db, conference))
    rooms.set(conference, room)
    registries.push({
      has: (kindOfName, name) => found.has(`${kindOfName} ${name}`),
      room,
      isTaken: await isTaken(db, kind, snapshot),
    })
  }
  return registries
}

/** Those of the names that are subjects of a kind. */
async function namesOf(
  db: Database | Transaction,
  kind: SubjectKind,
  names: readonly string[],
): Promise<string[]> {
  const { table, key } = kinds[kind]
  const rows = await db.$queryRaw<{ name: string }[]>`
    select ${Prisma.raw(`"${key}"`)} as name from ${Prisma.raw(`"${table}"`)}
    where ${Prisma.raw(`"${key}"`)} = any(${names}::text[])`
  return rows.map(({ name }) => name)
}

/** How many projects and documents a conference may still get. */
async function roomIn(db: Database | Transaction, reference: unknown): Promise<Registry['room']> {
  const none = { projects: null, documents: null }
  if (typeof reference !== 'string') return none
  const conference = await db.conference.findUnique({
    where: { reference },
    include: { announcements: true },
  })
  if (!conference) return none
  const announced = (kind: string) =>
    conference.announcements.find((row) => row.kind === kind)?.number ?? null
  const projects = announced('projects')
  const documents = announced('documents')
  const where = { conferenceId: conference.id }
  const counted = { ...where, counted: { in: ['yes', 'presumed'] as ('yes' | 'presumed')[] } }
  return {
    projects: projects === null ? null : projects - (await db.project.count({ where })),
    documents:
      documents === null ? null : documents - (await db.document.count({ where: counted })),
  }
}

async function isTaken(
  db: Database | Transaction,
  kind: EditableKind,
  snapshot: ProposedSnapshot,
): Promise<boolean> {
  const number = Number(snapshot.number)
  if (kind === 'field') {
    const reference = `${snapshot.conference}-${number}`
    return (await db.field.count({ where: { reference } })) > 0
  }
  if (kind !== 'conference') return false
  const where = { number, mechanism: { slug: String(snapshot.mechanism) } }
  return (await db.conference.count({ where })) > 0
}
