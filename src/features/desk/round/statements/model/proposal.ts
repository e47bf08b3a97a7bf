import 'server-only'
import { toLogged } from '@/features/desk/round/submissions/model/citations'
import type { NewSource } from '@/features/register/sources/input'
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

/** The item with this statement as the live one; what sides have said of the statement before it lapses. */
export function withStatement(live: Snapshot, statement: StatementInput): Proposal {
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
    citations: statement.citation ? [toLogged(statement.citation, newSources)] : [],
  }
  return { snapshot: { ...live, state: statement.state, statement: stated }, newSources }
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
