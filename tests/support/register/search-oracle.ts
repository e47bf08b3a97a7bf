import {
  type Alternatives,
  type Group,
  isLatin,
  termKey,
  vocabularyOf,
} from '@/features/register/search/model/alternatives'
import { stemOf } from '@/features/register/search/model/english'
import { fold } from '@/i18n/fold'
import { formatDay, isoDay } from '@/i18n/formats'
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
  // What a statement rested on that has been replaced is history.
  const current = {
    OR: [
      { statementId: null },
      { statement: { currentOfProject: { isNot: null } } },
      { statement: { currentOfDocument: { isNot: null } } },
    ],
  }
  const days = (day: Date | null) =>
    day ? [isoDay(day), formatDay(isoDay(day), 'zh-Hant'), formatDay(isoDay(day), 'en')] : []
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
    add('conference', row.reference, [
      row.reference,
      ...days(row.heldOn),
      ...bodies(row.texts),
      ...chairs,
    ])
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
      ...days(row.signedOn),
      ...bodies(row.texts),
      ...said(row.currentStatement),
      ...row.parties.flatMap(({ organisation }) => names(organisation.texts)),
      ...row.signatories.flatMap(({ person }) => names(person.texts)),
    ])
  }
  for (const row of await db.organisation.findMany({ include: texts })) {
    add('organisation', row.slug, bodies(row.texts))
  }
  for (const row of await db.person.findMany({ include: texts })) {
    add('person', row.slug, names(row.texts))
  }
  for (const row of await db.development.findMany({ include: texts })) {
    add('development', row.slug, [...days(row.date), ...bodies(row.texts)])
  }
  for (const row of await db.source.findMany({
    include: { ...texts, citations: { where: current } },
  })) {
    add('source', row.slug, [row.publisher, row.title, ...bodies(row.texts)])
    for (const quote of new Set(row.citations.flatMap(({ quote }) => (quote ? [quote] : [])))) {
      add('quote', `${row.slug} ${quote}`, [quote])
    }
  }
  return all
}

/** The keys of what answers to a query, found by reading every passage. `alternatives`: what means the same. */
export function scan(
  scanned: readonly Scanned[],
  meant: readonly Meant[],
  alternatives: Alternatives,
): string[] {
  const { groups } = vocabularyOf(alternatives)
  const sought = meant
    .flatMap((one) => wordsApart(one, groups))
    .map((one) => ({ ...one, ways: waysOf(one, groups) }))
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

/** Latin words beside Chinese stand for themselves, unless both are one term. */
function wordsApart(meant: Meant, groups: readonly Group[]): Meant[] {
  const isTerm = groups.some(({ typed }) => typed.has(termKey(fold(meant.words))))
  if (meant.isPhrase || meant.isExcluded || isTerm) return [meant]
  const parts = meant.words
    .normalize('NFKC')
    .match(/[a-z][a-z\d+&.-]*[a-z\d+]|(?:(?![a-z][a-z\d+&.-]*[a-z\d+]).)+/giu)
  const isMixed = /\p{Script=Han}/u.test(meant.words) && parts !== null
  return isMixed ? apartBesideChinese(parts).map((words) => ({ ...meant, words })) : [meant]
}

/** Joins again what is not Latin beside Chinese. */
function apartBesideChinese(parts: readonly string[]): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const before = joined.at(-1)
    const ends = `${before?.at(-1) ?? ''}${part[0]}`
    const isApart = /\p{Script=Han}/u.test(ends) && /[a-z\d+]/i.test(ends)
    const isWord = /^[a-z][a-z\d+]/i.test(part) || /[a-z\d+]{2}$/i.test(before ?? '')
    if (before === undefined || (isApart && isWord)) joined.push(part)
    else joined[joined.length - 1] = before + part
  }
  return joined
}

function waysOf({ words, isPhrase, isExcluded }: Meant, groups: readonly Group[]): Way[] {
  // A hyphen inside a word does not count, wherever the piece was cut.
  const bare = isPhrase ? words : words.normalize('NFKC').replace(/[,.;:!?]+$/, '')
  const typed = fold(bare.replace(/^[-‐‑'’](?=[a-z])|(?<=[a-z])[-‐‑'’]$/gi, ''))
  const key = termKey(typed)
  const isTerm = groups.some((group) => group.typed.has(key))
  const isAlone = isAbbreviation(typed) && (!isPhrase || isTerm)
  const ways = [isAlone ? alone(typed) : within(typed)]
  if (isPhrase || isExcluded) return ways
  if (/^[a-z]{4,}$/.test(typed)) ways.push(alone(stemOf(typed)))
  for (const { names, typed: known, isInside } of groups) {
    const isShort = /^\p{Script=Han}{3,}$/u.test(typed) && !isInside
    const isMeant = known.has(key) || (isShort && [...known].some((one) => one.endsWith(typed)))
    for (const { folded: other } of names) {
      if (isMeant && other !== typed)
        ways.push(isAbbreviation(other) ? alone(other) : within(other))
    }
    if (!isInside) continue
    for (const { folded: term } of names) {
      if (term === typed || isLatin(term) || !typed.includes(term)) continue
      for (const { folded: other } of names) {
        if (other === term || isAbbreviation(other)) continue
        ways.push(
          within(fold(typed.split(term).join('\0').replace('\0', other).split('\0').join(term))),
        )
      }
    }
  }
  return ways
}

function within(words: string): Way {
  return { test: (passage) => passage.includes(words) }
}

function alone(stem: string): Way {
  return {
    test: (passage) =>
      (passage.match(/[\p{Script=Latin}\d]+/gu) ?? []).some((word) => stemOf(word) === stem),
  }
}

function isAbbreviation(term: string): boolean {
  return /^[\p{Script=Latin}\d]{1,3}$/u.test(term)
}
