import 'server-only'
import { cache } from 'react'
import type { Prisma } from '@/generated/prisma/client'
import { database } from '@/server/database/database'
import { textsByPart } from '../texts/model/text'
import type { City, Side } from './model'

/** What to include of a city, so that `toCity` can read it. */
export const withCity = { include: { texts: true } } as const satisfies Prisma.CityDefaultArgs

/** What to include of a mechanism, so that `sidesOf` can read it. */
export const withSides = {
  include: { firstCity: withCity, secondCity: withCity },
} as const satisfies Prisma.MechanismDefaultArgs

/** A row that `withCity` includes, as pages name it. */
export function toCity(row: Prisma.CityGetPayload<typeof withCity>): City {
  return {
    code: row.code,
    name: textsByPart(row.texts).name ?? {},
    shortName: row.shortName as City['shortName'],
    script: row.script as City['script'],
  }
}

/** The two sides of a mechanism, in its order. */
export function sidesOf(row: Prisma.MechanismGetPayload<typeof withSides>): City[] {
  return [row.firstCity, row.secondCity].map(toCity)
}

/** Every city of the register, by code. Read once per request. */
export const listCities = cache(async (): Promise<City[]> => {
  const db = await database()
  return (await db.city.findMany({ ...withCity, orderBy: { code: 'asc' } })).map(toCity)
})

/** The first side of the register's first pair, whose references have no prefix. */
export async function firstSide(): Promise<Side> {
  const db = await database()
  const first = await db.mechanism.findUniqueOrThrow({ where: { referencePrefix: '' } })
  return first.firstCityCode
}
