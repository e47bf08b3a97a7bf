import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { asLogged, asStored, isColumn, toStored } from '@/features/register/subjects/model/columns'
import {
  type Fact,
  factsOf,
  isEditableKind,
  kinds,
  type NamedFact,
  subjectKinds,
} from '@/features/register/subjects/model/kinds'
import { languages } from '@/i18n/language'

// A column of a noun stands in three places: the schema, a migration with the view of the past, the table of kinds.

const schema = readdirSync('prisma/schema')
  .map((name) => readFileSync(`prisma/schema/${name}`, 'utf8'))
  .join('\n')
const migrations = readdirSync('prisma/migrations')
  .filter((name) => /^\d/.test(name))
  .sort()
  .map((name) => readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8'))
  .join('\n')

type Described = { table: string; key: string; facts: readonly NamedFact[] }
const described = (): Described[] =>
  subjectKinds.map((kind) => ({ ...kinds[kind], facts: factsOf(kind) }))

/** What a row has besides its facts: its names, its order, and what the log's own projection and statements set. */
const besides = [
  'id',
  'version',
  'position',
  'state',
  'stateAsOf',
  'currentStatementId',
  'lastRevisedAt',
]

/** Facts whose columns are called otherwise. */
const columnsOf: Record<string, readonly string[]> = { cities: ['firstCityCode', 'secondCityCode'] }
/** Facts that are rows of another table, by the name of that list. */
const listsOf: Record<string, string> = { announced: 'announcements' }

/** The fields of a table: its columns, and its links to rows of others. */
function fieldsOf(text: string, table: string) {
  const body = new RegExp(`^model ${table} \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(text)?.[1] ?? ''
  const fields = [...body.matchAll(/^ {2}(\w+)\s+(\w+)(\[\])?/gm)].map(
    ([, name = '', type = '']) => ({
      name,
      isLink: new RegExp(`^model ${type} \\{`, 'm').test(text),
    }),
  )
  const named = (isLink: boolean) =>
    fields.filter((field) => field.isLink === isLink).map(({ name }) => name)
  return { columns: named(false), links: named(true) }
}

/** Where the schema and the table of kinds differ. */
function differences(text: string, table: readonly Described[]): string[] {
  return table.flatMap(({ table, key, facts }) => {
    const { columns, links } = fieldsOf(text, table)
    const stated = facts.flatMap((fact) => {
      if (fact.type === 'date') return [fact.name, `${fact.name}Precision`]
      if (isColumn(fact)) return [fact.name]
      if (fact.type === 'one') return [`${fact.name}Id`]
      return columnsOf[fact.name] ?? []
    })
    const rows = facts.filter(({ name, type }) => type !== 'one' && !columnsOf[name])
    return [
      ...columns
        .filter((name) => name !== key && !besides.includes(name) && !stated.includes(name))
        .map((name) => `${table}.${name} is no fact`),
      ...stated.filter((name) => !columns.includes(name)).map((name) => `${table} has no ${name}`),
      ...rows
        .filter((fact) => !isColumn(fact) && !links.includes(listsOf[fact.name] ?? fact.name))
        .map(({ name }) => `${table} has no ${name}`),
    ]
  })
}

/** Where the schema and the views of the past differ: the last view of each table has all its columns. */
function unseenInThePast(text: string, sql: string, table: readonly Described[]): string[] {
  return table.flatMap(({ table }) => {
    const views = [...sql.matchAll(new RegExp(`VIEW "past"."${table}" AS\\s+SELECT ([^;]+);`, 'g'))]
    const said = topLevel(views.at(-1)?.[1] ?? '').map((one) => /"(\w+)"\s*$/.exec(one)?.[1])
    return fieldsOf(text, table)
      .columns.filter((name) => !said.includes(name))
      .map((name) => `past.${table} lacks ${name}`)
  })
}

/** The things that a view selects: what stands between commas that no bracket holds, up to its FROM. */
function topLevel(selected: string): string[] {
  let depth = 0
  const list = ['']
  for (const word of selected.split(/(\bFROM\b|[(),])/)) {
    if (depth === 0 && word === 'FROM') break
    if (word === '(') depth++
    if (word === ')') depth--
    if (depth === 0 && word === ',') list.push('')
    else list[list.length - 1] += word
  }
  return list.map((one) => one.trim())
}

it('names in the table of kinds every column of a noun, and none that is not there', () => {
  expect(differences(schema, described())).toEqual([])
})

it('shows every column of a noun in the past', () => {
  expect(unseenInThePast(schema, migrations, described())).toEqual([])
})

it('has words for every fact that an officer fills in', () => {
  for (const language of languages) {
    const { form } = JSON.parse(readFileSync(`messages/${language}/edits.json`, 'utf8'))
    const facts = subjectKinds.filter(isEditableKind).flatMap(factsOf)
    const fields = facts.filter(({ name }) => !['chairs', 'announced'].includes(name))
    expect(fields.filter(({ name }) => !form.fact[name]).map(({ name }) => name)).toEqual([])
  }
})

it('takes a new column in three places', () => {
  const changed = schema.replace(/^model Organisation \{\n/m, '$&  homepage String?\n')
  expect(differences(changed, described())).toEqual(['Organisation.homepage is no fact'])
  expect(unseenInThePast(changed, migrations, described())).toEqual([
    'past.Organisation lacks homepage',
  ])
  const homepage = { type: 'address', optional: true, later: true } as const satisfies Fact
  const facts = [...factsOf('organisation'), { name: 'homepage', ...homepage }]
  const table = described().map((one) => (one.table === 'Organisation' ? { ...one, facts } : one))
  expect(differences(schema, table)).toEqual(['Organisation has no homepage'])
  expect(differences(changed, table)).toEqual([])
  const migrated = `${migrations}
    CREATE OR REPLACE VIEW "past"."Organisation" AS
      SELECT "reference" AS "id", "reference" AS "slug", "after"->>'side' AS "side", "version",
        ARRAY(SELECT jsonb_array_elements_text("after"->'also')) AS "also",
        "after"->>'homepage' AS "homepage"
      FROM "past"."Latest" WHERE "kind" = 'organisation';`
  expect(unseenInThePast(changed, migrated, table)).toEqual([])

  // The log's form, and the row, are made from the table; entries made before lack the fact, as blank ones do.
  const row = { id: 'an-id', slug: 'hkex', side: 'HK', also: [], homepage: 'https://example.org/' }
  expect(asLogged(facts, row)).toEqual({ side: 'HK', homepage: 'https://example.org/' })
  expect(asLogged(facts, { ...row, homepage: null })).toEqual({ side: 'HK' })
  expect(toStored(facts, { side: 'HK', homepage: null })).toEqual({ side: 'HK' })
  expect(asStored(facts, { side: 'HK', also: ['X'], homepage: null })).toEqual({
    side: 'HK',
    also: ['X'],
    homepage: null,
  })
})
