import { isMonth, lastDayOf } from '@/i18n/dates'
import { type Fact, factsOf, type kinds, type NamedFact, type SubjectKind } from './kinds'
import type { FactsOf } from './snapshot'

type Facts<Kind extends SubjectKind> = (typeof kinds)[Kind]['facts']

/** A fact that is a column of its subject's table, and not a link to rows of others. */
type ColumnFact =
  | { type: 'day' | 'date' | 'number' | 'line' | 'address' | 'flag' | 'words' | 'choice' }
  | { type: 'one'; of: 'city' }

type ColumnName<Kind extends SubjectKind> = {
  [Name in keyof Facts<Kind>]: Facts<Kind>[Name] extends ColumnFact ? Name : never
}[keyof Facts<Kind>]

type ChangingName<Kind extends SubjectKind> = {
  [Name in ColumnName<Kind>]: Facts<Kind>[Name] extends { permanent: true } ? never : Name
}[ColumnName<Kind>]

/** A column as the database client takes it; a day is its midnight in UTC. */
type Stored<Column, Value> = Column extends { type: 'day' | 'date' }
  ? Date | Extract<Value, null>
  : Value

/** A column as the database client returns it, where choices that are no database enum are plain text. */
type Read<Column, Value> = Column extends { type: 'choice' }
  ? string | Extract<Value, null>
  : Stored<Column, Value>

/** The column beside a date that says how much of it is known. */
type Precisions<Kind extends SubjectKind> = {
  [Name in ColumnName<Kind> as Facts<Kind>[Name] extends { type: 'date' }
    ? `${string & Name}Precision`
    : never]: 'day' | 'month'
}

/** The facts that are columns of the subject's row, as the log has them. */
export function loggedColumns<Kind extends SubjectKind>(
  kind: Kind,
  row: {
    [Name in ColumnName<Kind>]: Read<Facts<Kind>[Name], FactsOf<Kind>[Name]>
  } & Precisions<Kind>,
): Pick<FactsOf<Kind>, ColumnName<Kind>> {
  return asLogged(factsOf(kind), row) as Pick<FactsOf<Kind>, ColumnName<Kind>>
}

/** As `loggedColumns`, by a list of facts. */
export function asLogged(facts: readonly NamedFact[], row: Record<string, unknown>) {
  const columns = facts.filter(isColumn).map(({ name }) => {
    const value = row[name]
    if (!(value instanceof Date)) return [name, value]
    const datePrecision = row[`${name}Precision`] === 'month' ? 'month' : 'day'
    return [name, dateOf({ date: value, datePrecision })]
  })
  return toStored(facts, Object.fromEntries(columns))
}

/** The facts as the log stores them: without the blanks of later columns. */
export function toStored<Values extends Record<string, unknown>>(
  facts: readonly NamedFact[],
  values: Values,
): Partial<Values> {
  const kept = { ...values }
  for (const { name, later } of facts) {
    const value = kept[name]
    if (later && (value === null || (Array.isArray(value) && value.length === 0))) delete kept[name]
  }
  return kept
}

/** Facts that are no columns, as the log has them: the later ones are left out while they are blank. */
export function loggedLinks<Kind extends SubjectKind, Values extends Partial<FactsOf<Kind>>>(
  kind: Kind,
  values: Values,
): Values {
  return toStored(factsOf(kind), values) as Values
}

type StoredColumns<Kind extends SubjectKind> = {
  [Name in ChangingName<Kind>]: Stored<Facts<Kind>[Name], FactsOf<Kind>[Name]>
} & Precisions<Kind>

/** The changeable columns of the subject's row, from its facts. */
export function storedColumns<Kind extends SubjectKind>(
  kind: Kind,
  facts: Pick<FactsOf<Kind>, ChangingName<Kind>>,
): StoredColumns<Kind> {
  return asStored(factsOf(kind), facts) as StoredColumns<Kind>
}

/** As `storedColumns`, by a list of facts. */
export function asStored(facts: readonly NamedFact[], said: Record<string, unknown>) {
  return Object.fromEntries(
    facts
      .filter((fact) => isColumn(fact) && !fact.permanent)
      .flatMap(({ name, type }) => {
        const value = said[name]
        if (type === 'date' && typeof value === 'string') {
          const precision = isMonth(value) ? 'month' : 'day'
          return [
            [name, midnight(lastDayOf(value))],
            [`${name}Precision`, precision],
          ]
        }
        return [[name, type === 'day' && typeof value === 'string' ? midnight(value) : value]]
      }),
  )
}

/** Whether a fact is a column of its subject's table, and not a link to rows of others. */
export function isColumn(fact: Fact): boolean {
  const links = ['many', 'parties', 'chairs', 'announced']
  return fact.type === 'one' ? fact.of === 'city' : !links.includes(fact.type)
}

/** The date of a row (ISO): its day, or its month where no more is known. */
export function dateOf(row: { date: Date; datePrecision: 'day' | 'month' }): string {
  return row.date.toISOString().slice(0, row.datePrecision === 'month' ? 7 : 10)
}

/** An ISO day as a date column takes it. */
export function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
