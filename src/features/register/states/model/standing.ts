import { lastDayOf } from '@/i18n/dates'

/** What a revision left said of an item's state: nothing where `asOf` is null. `number` is that of the whole log. */
export type StatedRevision = {
  number: number
  state: string
  /** ISO day. */
  asOf: string | null
  /** The revision that it corrects, by its number in the whole log. */
  corrects: number | null
}

/** Neighbouring revisions that say the same state as of the same day. */
type Run = StatedRevision[]

/**
 * Which revision says how an item stood on a day, from what is known now; null where none does.
 *
 * It is the last statement published that is as of that day or an earlier one, in its last wording. A statement
 * does not count once it was taken back (a later revision says nothing), or corrected: when a revision that
 * corrects one of its revisions says another state or another day. What is published last counts, as in the
 * present, even where it is as of an earlier day than what it replaced.
 * @param revisions of one item, all of them, the oldest first. @param day ISO.
 */
export function statementOn(revisions: readonly StatedRevision[], day: string): number | null {
  const runs = runsOf(revisions)
  const takenBack = runs.findLastIndex(([first]) => first?.asOf === null)
  const corrected = new Set(
    runs.map(([first]) => runs.find((run) => run.some(({ number }) => number === first?.corrects))),
  )
  const held = runs
    .slice(takenBack + 1)
    .findLast((run) => !corrected.has(run) && (run[0]?.asOf ?? '') <= day)
  return held?.at(-1)?.number ?? null
}

function runsOf(revisions: readonly StatedRevision[]): Run[] {
  const runs: Run[] = []
  for (const revision of revisions) {
    const run = runs.at(-1)
    const [first] = run ?? []
    if (run && first?.state === revision.state && first.asOf === revision.asOf) run.push(revision)
    else runs.push([revision])
  }
  return runs
}

/** A subject as the log holds it now, as far as it tells where it stood on a day. */
export type LoggedSubject = {
  kind: 'conference' | 'field' | 'project' | 'document' | 'development'
  reference: string
  /** Of which session; null for a session itself, and for what belongs to none. */
  conference: string | null
  /**
   * Its own day (ISO): on which a session was held, a document signed, a development happened; the month of a
   * development where no more is known; null where unknown.
   */
  day: string | null
  /** Of an item; empty for the rest. The oldest first. */
  revisions: readonly StatedRevision[]
}

/** How a subject stood on a day. Said of items, and of the rest only where they are left out. */
export type Standing = {
  kind: LoggedSubject['kind']
  reference: string
  /** The later day (ISO) on which it was announced, signed or happened; null where it was there already. */
  notBefore: string | null
  /** Where no statement tells: of a document that it was signed, of a project nothing. */
  state: 'signed' | null
  /** The revision whose statement holds; null where none does. */
  revision: number | null
}

/** How every subject stood on a day (ISO), from what is known now. */
export function standingsOn(subjects: readonly LoggedSubject[], day: string): Standing[] {
  const heldOn = new Map(
    subjects.flatMap((one) => (one.kind === 'conference' ? [[one.reference, one.day]] : [])),
  )
  return subjects.flatMap(({ kind, reference, conference, day: own, revisions }) => {
    // What happened in some month had surely happened at its end.
    const ownDay = own && lastDayOf(own)
    // Of a document signed outside a session on an unknown day, the first day as of which it is said to be signed.
    const known =
      ownDay ?? (kind === 'document' && conference === null ? firstSaid(revisions) : null)
    const later = [known, conference === null ? null : heldOn.get(conference)].filter(
      (one) => typeof one === 'string' && one > day,
    )
    const notBefore = later.sort().at(-1) ?? null
    const isItem = kind === 'project' || kind === 'document'
    if (notBefore === null && !isItem) return []
    return {
      kind,
      reference,
      notBefore,
      state: kind === 'document' ? ('signed' as const) : null,
      revision: isItem && notBefore === null ? statementOn(revisions, day) : null,
    }
  })
}

function firstSaid(revisions: readonly StatedRevision[]): string | null {
  return (
    revisions
      .flatMap(({ asOf }) => asOf ?? [])
      .sort()
      .at(0) ?? null
  )
}
