import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Officer, officerRoles } from '@/features/desk/officers/model'
import type { Side } from '@/features/register/cities/model'
import { hongKongDay } from '@/i18n/formats'
import { acts, matrixField } from '~/tests/support/desk/access'
import { attempts } from '~/tests/support/desk/access-attempts'
import { prepareWorld, type World } from '~/tests/support/desk/access-world'
import { newOfficer } from '~/tests/support/desk/officers'
import { sides } from '~/tests/support/register/cities'
import { freshDatabase } from '~/tests/support/server/database'

// Role × side × assignment × act: every command is asked, and answers as the policy says.

const db = freshDatabase()
let world: World

beforeAll(async () => {
  world = await prepareWorld(db(), hongKongDay(new Date()))
})

/** Refusals that speak of who asks, not of what is asked. */
const forbidden = ['not_in_charge', 'not_reviewer', 'not_author', 'not_allowed', 'not_other_side']

const charges: Record<string, string[]> = {
  everything: [],
  [`field ${matrixField}`]: [matrixField],
  'another field': ['6-5'],
}

const people = officerRoles.flatMap((role) =>
  sides.flatMap((side) => Object.keys(charges).map((charge) => [role, side, charge] as const)),
)

describe.each(people)('a %s of the side %s, in charge of %s', (role, side: Side, charge) => {
  let officer: Officer
  beforeAll(async () => {
    officer = await newOfficer(role, { side, fields: charges[charge] ?? [], db: db() })
  })

  test('does what the policy allows, and nothing else', async () => {
    const answers: Record<string, boolean> = {}
    for (const [name, attempt] of Object.entries(attempts)) {
      const reason = await attempt(officer, world)
      answers[name] = reason === null || !forbidden.includes(reason)
    }
    const allowed = Object.entries(acts)
      .filter(([name]) => name in attempts)
      .map(([name, { may }]) => [name, may(officer)])
    expect(answers).toEqual(Object.fromEntries(allowed))
  })
})

test('no act is left out of the matrix, and no command', () => {
  expect(Object.keys(attempts).sort()).toEqual(Object.keys(acts).sort())
  const named = new Set(Object.values(acts).flatMap(({ commands }) => commands))
  const found = readdirSync('src/features', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\/commands(\.ts$|\/[\w-]+\.ts$)/.test(name))
    .flatMap((name) => [
      ...readFileSync(`src/features/${name}`, 'utf8').matchAll(
        /export (?:async )?function (\w+)\(\s*actor: (?:Officer|Manager)\b/g,
      ),
    ])
    .map(([, name = '']) => name)
  expect(found.length).toBeGreaterThan(10)
  expect(found.filter((name) => !named.has(name))).toEqual([])
})
