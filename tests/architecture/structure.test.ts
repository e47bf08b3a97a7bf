import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

// What the layers' list (.config/dependency-cruiser.cjs) cannot say, since it sees imports only.

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.startsWith('src/generated/'))
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }))
const product = files.filter(({ name }) => !/\.test\.tsx?$/.test(name))

const namesOf = (pattern: RegExp, among = product) =>
  among.filter(({ text }) => pattern.test(text)).map(({ name }) => name)

it('keeps every file shorter than 300 lines', () => {
  const long = files.filter(({ text }) => text.split('\n').length > 300)
  expect(long.map(({ name }) => name)).toEqual([])
})

it('reads the process’s settings in one place', () => {
  // What runs before the packages are installed cannot use it; which runtime is starting is no setting.
  const allowed = /^src\/(cli\/[\w-]+\.mjs|instrumentation\.ts|server\/environment\.ts)$/
  expect(namesOf(/process\.env\b/).filter((name) => !allowed.test(name))).toEqual([])
})

it('asks who is asking in one place', () => {
  expect(namesOf(/from 'next\/headers'/)).toEqual(
    namesOf(/from 'next\/headers'/).filter(
      (name) => name === 'src/features/desk/officers/session.ts',
    ),
  )
})

it('reads the language of an address in one place', () => {
  expect(namesOf(/from 'next\/root-params'/)).toEqual(['src/i18n/request.ts'])
})

it('has no file that gathers what does not belong together', () => {
  const vague = /(^|\/)(utils?|helpers?|lib|misc|types|index)(\/|\.tsx?$)/
  expect(product.filter(({ name }) => vague.test(name)).map(({ name }) => name)).toEqual([])
})

it('marks every file that reaches the database as the server’s', () => {
  const reaches = namesOf(/import \{[^}]*\bdatabase\b[^}]*\} from '@\/server\/database\/database'/)
  expect(reaches.length).toBeGreaterThan(50)
  expect(reaches.filter((name) => !namesOf(/import 'server-only'/).includes(name))).toEqual([])
})

it('names no city: sides are those of the mechanism, and cities name themselves', () => {
  const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm
  const named = product.filter(({ text }) =>
    /(['"`])(HK|SH)\1|\b(hk|sh)_side\b|[._](HK|SH)\b/.test(text.replace(comments, '')),
  )
  expect(named.map(({ name }) => name)).toEqual([])
})

it('orders no rows by a time alone: two of one moment would stand in either order', () => {
  const schema = readdirSync('prisma/schema').map((name) =>
    readFileSync(`prisma/schema/${name}`, 'utf8'),
  )
  const times = [...schema.join('\n').matchAll(/^ +(\w+) +DateTime\b/gm)].map(([, name]) => name)
  expect(times).toContain('submittedAt')
  const orders = product.flatMap(({ name, text }) =>
    [...text.matchAll(/\borderBy(?: =|:) (\[[^\]]*\]|\{(?:[^{}]|\{[^{}]*\})*\})/g)].map(
      ([order, value = '']) => ({
        place: `${name}: ${order}`,
        last: [...value.matchAll(/(\w+): (?:'(?:asc|desc)'|\{ sort)/g)].at(-1)?.[1],
      }),
    ),
  )
  expect(orders.length).toBeGreaterThan(50)
  expect(orders.filter(({ last }) => times.includes(last)).map(({ place }) => place)).toEqual([])
})
