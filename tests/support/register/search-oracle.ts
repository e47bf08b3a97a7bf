import { fold } from '@/i18n/fold'
import type { Database } from '@/server/database/database'

/** A thing that a search finds, by the tables and not by the log: its key, and its passages folded. */
type Scanned = { key: string; passages: string[] }

/** What is meant by a query, before it is written down as one. */
export type Meant = { words: string; isPhrase: boolean; isExcluded: boolean }

/** Reads everything that is public out of the tables, to be scanned from end to end. */
export async function readScanned(db: Database): Promise<Scanned[]> {
  const texts = { texts: true } as const
  const statement = {
    include: { ...texts, confirmations: { include: texts, orderBy: { at: 'desc' as const } } },
  }
  const bodies = (rows: { body: string }[]) => rows.map(({ body }) => body)
  const names = (rows: { part: string; body: string }[]) =>
    bodies(rows.filter(({ part }) => part === 'name'))
  type StatementRow = {
    texts: { body: string }[]
    confirmations: { side: string; texts: { body: string }[] }[]
  }
  const said = (row: StatementRow | null) => [
    ...bodies(row?.texts ?? []),
    // Only what each side said last counts.
    ...[
      ...new Map([...(row?.confirmations ?? [])].reverse().map((one) => [one.side, one])).values(),
    ].flatMap((one) => bodies(one.texts)),
  ]
  const all: { key: string; passages: string[] }[] = []
  const add = (kind: string, reference: string, passages: (string | null)[]) =>
    all.push({
      key: `${kind} ${reference}`,
      passages: passages.flatMap((passage) => (passage ? [fold(passage)] : [])),
    })
  for (const row of await db.conference.findMany({
    include: { ...texts, chairs: { include: { person: { include: texts } } } },
  })) {
    const chairs = row.chairs.flatMap(({ person }) => names(person.texts))
    add('conference', row.reference, [row.reference, ...bodies(row.texts), ...chairs])
  }
  for (const row of await db.field.findMany({ include: texts })) {
    add('field', row.reference, [row.reference, ...bodies(row.texts)])
  }
  for (const row of await db.project.findMany({
    include: { ...texts, currentStatement: statement },
  })) {
    const own = [row.reference, ...bodies(row.texts), ...said(row.currentStatement)]
    add('project', row.reference, own)
  }
  for (const row of await db.document.findMany({
    include: {
      ...texts,
      currentStatement: statement,
      parties: { include: { organisation: { include: texts } } },
      signatories: { include: { person: { include: texts } } },
    },
  })) {
    add('document', row.reference, [
      row.reference,
      ...bodies(row.texts),
      ...said(row.currentStatement),
      ...row.parties.flatMap(({ organisation }) => names(organisation.texts)),
      ...row.signatories.flatMap(({ person }) => names(person.texts)),
    ])
  }
  for (const row of await db.organisation.findMany({ include: texts })) {
    add('organisation', row.slug, bodies(row.texts))
  }
  for (const row of await db.development.findMany({ include: texts })) {
    add('development', row.slug, bodies(row.texts))
  }
  for (const row of await db.source.findMany({ include: { ...texts, citations: true } })) {
    add('source', row.slug, [row.publisher, row.title, ...bodies(row.texts)])
    for (const quote of new Set(row.citations.flatMap(({ quote }) => (quote ? [quote] : [])))) {
      add('quote', `${row.slug} ${quote}`, [quote])
    }
  }
  return all
}

/** The keys of what answers to a query, found by reading every passage. `glossary`: groups of terms that mean the same. */
export function scan(
  scanned: readonly Scanned[],
  meant: readonly Meant[],
  glossary: readonly (readonly string[])[],
): string[] {
  const sought = meant.map((one) => ({ ...one, ways: waysOf(one, glossary) }))
  return scanned
    .filter(({ passages }) =>
      sought.every(
        ({ ways, isExcluded }) =>
          passages.some((passage) => ways.some((way) => way.test(passage))) !== isExcluded,
      ),
    )
    .map(({ key }) => key)
    .sort()
}

type Way = { test(passage: string): boolean }

function waysOf(
  { words, isPhrase, isExcluded }: Meant,
  glossary: readonly (readonly string[])[],
): Way[] {
  // A hyphen inside a word does not count, wherever the piece was cut.
  const typed = fold(words.replace(/^[-‐‑](?=[a-z])|(?<=[a-z])[-‐‑]$/gi, ''))
  const groups = glossary.map((group) => group.map(fold))
  const isTerm = groups.some((group) => group.includes(typed))
  const ways = [isTerm && isAbbreviation(typed) ? alone(typed) : within(typed)]
  if (isPhrase || isExcluded) return ways
  for (const group of groups) {
    for (const term of group) {
      const isWhole = term === typed
      const isInside = !/^[\p{Script=Latin}\d ./-]+$/u.test(term) && typed.includes(term)
      if (!isWhole && !isInside) continue
      for (const other of group) {
        if (other === term) continue
        if (!isAbbreviation(other))
          ways.push(
            within(fold(typed.split(term).join('\0').replace('\0', other).split('\0').join(term))),
          )
        else if (isWhole) ways.push(alone(other))
      }
    }
  }
  return ways
}

function within(words: string): Way {
  return { test: (passage) => passage.includes(words) }
}

function alone(word: string): Way {
  const letter = '[\\p{Script=Latin}\\d]'
  return new RegExp(`(?<!${letter})${word}(?!${letter})`, 'u')
}

function isAbbreviation(term: string): boolean {
  return /^[\p{Script=Latin}\d]{1,3}$/u.test(term)
}
