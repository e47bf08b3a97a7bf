import 'server-only'
import { toLogged } from '@/features/desk/round/submissions/model/citations'
import type { NewSource } from '@/features/register/sources/input'
import { carriedWords, isSameSubstance } from '@/features/register/states/model/carried'
import { assertionOf } from '@/features/register/states/model/statements'
import type { ItemState } from '@/features/register/states/model/states'
import type {
  LoggedConfirmation,
  LoggedStatement,
  ProposedSnapshot,
  Snapshot,
} from '@/features/register/subjects/model/snapshot'
import type { LocalizedText, TextEntry } from '@/i18n/localized-text'
import type { StatementInput, ViewInput } from '../input/statement'
import { passageEntries, type Writing } from './statement-texts'

/** An item as it would stand, in the log's form, and the sources that would be new with it (`new:0` …). */
export type Proposal = { snapshot: ProposedSnapshot; newSources: NewSource[] }

/**
 * The item with this statement as the live one, and beside it what sides have said of the one before.
 * @param by whose statement it is, and the item's version that it follows.
 */
export function withStatement(
  live: Snapshot,
  statement: StatementInput,
  by: { side: string; version: number },
): Proposal {
  const newSources: NewSource[] = []
  const held = live.statement?.texts ?? {}
  const parts = (['note', 'reason'] as const).flatMap((part) => {
    const text = textOf(statement[part], statement, held[part])
    return Object.keys(text).length > 0 ? [[part, text] as const] : []
  })
  const stated: LoggedStatement = {
    asOf: statement.asOf,
    assertedBy: statement.assertedBy,
    texts: Object.fromEntries(parts),
    citations: statement.citations.map((citation) => toLogged(citation, newSources)),
  }
  const { state } = statement
  const confirmations = wordsBeside(live, { ...stated, state }, by)
  const whole = Object.keys(confirmations).length > 0 ? { ...stated, confirmations } : stated
  return { snapshot: { ...live, state, statement: whole }, newSources }
}

/** What sides will have said beside a statement: its own side says so, the others what they said before. */
function wordsBeside(
  { state, statement: was }: Snapshot,
  is: LoggedStatement & { state: ItemState },
  { side, version }: { side: string; version: number },
): Record<string, LoggedConfirmation> {
  const isSame = was ? isSameSubstance({ ...was, state }, is) : false
  const carried = carriedWords(was?.confirmations ?? {}, { isSame, revision: version })
  const isOwn = is.assertedBy === 'both_sides' || is.assertedBy === assertionOf(side)
  return isOwn ? { ...carried, [side]: { stance: 'asserts', texts: {}, citations: [] } } : carried
}

/** The item with this view of a side beside its statement. */
export function withView(live: Snapshot, view: ViewInput, side: string): Proposal {
  const newSources: NewSource[] = []
  const { statement } = live
  const before = statement?.confirmations?.[side]
  const said: LoggedConfirmation = {
    // The time is known once it is published.
    ...(before?.at ? { at: before.at } : {}),
    stance: 'differs',
    texts: { note: textOf(view.note, view, undefined) },
    citations: [toLogged(view.citation, newSources)],
  }
  const confirmations = { ...statement?.confirmations, [side]: said }
  return {
    snapshot: { ...live, statement: { texts: {}, ...statement, confirmations } },
    newSources,
  }
}

/** A passage in the log's form. A text that would be as it is now keeps who read it and when. */
function textOf(
  passage: StatementInput['note'],
  writing: Writing,
  held: LocalizedText | undefined,
): LocalizedText {
  const text: LocalizedText = {}
  for (const entry of passageEntries(passage, writing)) {
    const is: TextEntry = {
      body: entry.body,
      origin: entry.origin,
      originDetail: null,
      derivedFromHash: entry.derivedFromHash,
      reviewedAt: null,
    }
    const was = held?.[entry.language]
    const isSame =
      was?.body === is.body &&
      was.origin === is.origin &&
      was.derivedFromHash === is.derivedFromHash
    text[entry.language] = isSame ? was : is
  }
  return text
}
