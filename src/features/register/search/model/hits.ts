import type { Language } from '@/i18n/language'
import { fallbacks } from '@/i18n/localized-text'
import { excerpt, type Mark, marksIn, otherScript, pieces, type ShownPiece } from './marks'
import type { SearchKind, SearchPassage } from './passages'
import type { Clause } from './query'

/** A passage as a result shows it; `language` is null for a quote, whose source has it. */
export type ShownPassage = { part: string; language: Language | null; pieces: ShownPiece[] }

/** One result. */
export type Hit = {
  kind: SearchKind
  /** A reference, or a slug. */
  reference: string
  /** What it is called, in the page's language or the nearest; null for a slot. */
  title: ShownPassage | null
  /** Where the words stand that its title does not hold. */
  passages: ShownPassage[]
  /** What was typed, and the glossary's other word for it that stands here instead. */
  throughGlossary: { typed: string; stored: string }[]
  /** Chinese characters that are written differently than typed. */
  throughScript: { typed: string; stored: string }[]
}

const titleParts: Record<SearchKind, readonly string[]> = {
  project: ['title'],
  document: ['title'],
  field: ['name'],
  organisation: ['name'],
  person: ['name'],
  conference: ['name'],
  development: ['summary'],
  source: ['title', 'publisher'],
  quote: ['quote'],
}

/** How many results of each kind are on a page. */
export const shownOfKind = 10

/** How many passages besides the title a result shows at most. */
const mostPassages = 2

/** A result for a reader of `language`: the title, and as few other passages as hold the rest of the words. */
export function toHit(
  { kind, reference, passages }: { kind: SearchKind; reference: string; passages: SearchPassage[] },
  clauses: readonly Clause[],
  language: Language,
): Hit {
  const marked = passages
    .filter(({ part }) => !isToldAside({ part }))
    .map((passage) => ({ ...passage, marks: marksIn(passage.body, clauses) }))
  const nearest = fallbacks[language]
  const order = ({ language: held }: SearchPassage) => (held ? nearest.indexOf(held) : 0)
  const inOrder = [...marked].sort((a, b) => order(a) - order(b))
  const title = titleParts[kind].flatMap(
    (part) => inOrder.find((one) => one.part === part) ?? [],
  )[0]
  const shown: typeof marked = []
  const told = new Set(title?.marks.map(({ clause }) => clause))
  for (const { body } of passages.filter(isToldAside)) {
    for (const { clause } of marksIn(body, clauses)) told.add(clause)
  }
  const news = (marks: readonly Mark[]) =>
    new Set(marks.map(({ clause }) => clause).filter((clause) => !told.has(clause))).size
  while (shown.length < mostPassages) {
    const best = inOrder.reduce<(typeof marked)[number] | null>(
      (held, one) => (news(one.marks) > (held ? news(held.marks) : 0) ? one : held),
      null,
    )
    if (!best) break
    shown.push(best)
    for (const { clause } of best.marks) told.add(clause)
  }
  const all = [...(title ? [title] : []), ...shown]
  return {
    kind,
    reference,
    title: title ? { ...title, pieces: pieces(title.body, title.marks) } : null,
    passages: shown.map((one) => ({ ...one, pieces: excerpt(one.body, one.marks) })),
    ...reasonsOf(all, clauses),
  }
}

/** What every result says beside its words: nobody needs it twice. */
function isToldAside({ part }: Pick<SearchPassage, 'part'>): boolean {
  return part === 'reference' || part === 'date'
}

type Marked = { body: string; marks: Mark[] }

/** Whether a mark is a part of another of the same clause: the longer one says why it was found. */
function isWithin(mark: Mark, other: Mark): boolean {
  return (
    other.clause === mark.clause &&
    other.start <= mark.start &&
    mark.end <= other.end &&
    other.end - other.start > mark.end - mark.start
  )
}

/** Why it was found, where the words do not stand there as they were typed. */
function reasonsOf(shown: readonly Marked[], clauses: readonly Clause[]) {
  const glossary = new Map<string, { typed: string; stored: string }>()
  const script = new Map<string, { typed: string; stored: string }>()
  for (const [index, { typed }] of clauses.entries()) {
    const found = shown.flatMap(({ body, marks }) =>
      marks
        .filter((mark) => mark.clause === index && !marks.some((other) => isWithin(mark, other)))
        .map(({ start, end, spelling }) => ({ stored: body.slice(start, end), spelling })),
    )
    const asTyped = found.filter(({ spelling }) => !spelling.through)
    for (const { stored } of asTyped) {
      for (const pair of otherScript(typed, stored)) script.set(pair.typed + pair.stored, pair)
    }
    if (asTyped.length > 0) continue
    for (const { stored } of found) glossary.set(stored.toLowerCase(), { typed, stored })
  }
  return { throughGlossary: [...glossary.values()], throughScript: [...script.values()] }
}
