import { toLogged } from '@/features/desk/round/submissions/model/citations'
import type { CitationInput, NewSource } from '@/features/register/sources/input'
import { toStored } from '@/features/register/subjects/model/columns'
import { factsOf } from '@/features/register/subjects/model/kinds'
import {
  type Evidenced,
  editableOf,
  type LoggedCitation,
  type ProposedSnapshot,
} from '@/features/register/subjects/model/snapshot'
import { passageIn, statementPart } from '@/features/register/texts/model/text'
import { isBlank } from '@/i18n/localized-text'
import type { EditInput, TextsInput } from '../input'
import type { EditContent } from './edit'
import { leftAlone, settlePassage } from './passages'

/**
 * The content that an edit submits: the subject as it would be, in the log's form.
 * @param before the subject as the officer saw it; null for a new one.
 */
export function proposalOf(before: ProposedSnapshot | null, input: EditInput): EditContent {
  const newSources: NewSource[] = []
  const logged = (citations: readonly CitationInput[]) =>
    citations.map((citation) => toLogged(citation, newSources))
  const was = before ? editableOf(before) : null
  const { texts, statement } = textsAfter(was, input.passages)
  const snapshot: ProposedSnapshot = {
    ...toStored(factsOf(input.kind), factsFrom(input, logged)),
    texts,
    citations: logged(input.citations),
    ...(statement ? { statement } : {}),
  }
  return { snapshot, newSources }
}

/**
 * The content that a change of texts alone submits; facts and citations stay as they were.
 * @param before the subject as it is, or as the author's own waiting edit would leave it.
 */
export function textsProposalOf(
  before: EditContent,
  passages: TextsInput['passages'],
): EditContent {
  const was = editableOf(before.snapshot)
  const whole = Object.entries(passages).map(([name, edited]) => [
    name,
    { ...leftAlone(passageIn(was, name) ?? {}), ...edited },
  ])
  const { texts, statement } = textsAfter(was, Object.fromEntries(whole))
  return {
    ...before,
    snapshot: { ...was, texts, ...(statement ? { statement } : {}) },
  }
}

function factsFrom(
  input: EditInput,
  logged: (citations: readonly CitationInput[]) => LoggedCitation[],
) {
  // A document's conference says to which pair it belongs.
  if (input.kind === 'document' && input.facts.conference) {
    return { ...input.facts, mechanism: null }
  }
  if (input.kind !== 'conference') return input.facts
  const announced = Object.entries(input.facts.announced).map(([kind, { number, citations }]) => [
    kind,
    { number, citations: logged(citations) },
  ])
  return { ...input.facts, announced: Object.fromEntries(announced) }
}

/** The texts as they would stand; `statement.note` and `statement.reason` are those of the live statement. */
function textsAfter(was: ProposedSnapshot | null, passages: EditInput['passages']) {
  const texts: Evidenced['texts'] = { ...(was?.texts ?? {}) }
  const held = was?.statement
  const stated: Evidenced['texts'] = { ...(held?.texts ?? {}) }
  for (const [name, edited] of Object.entries(passages)) {
    const part = statementPart(name)
    const target = part ? stated : texts
    const key = part ?? name
    const after = settlePassage(target[key] ?? {}, edited)
    if (isBlank(after)) delete target[key]
    else target[key] = after
  }
  return { texts, statement: held ? { texts: stated } : null }
}
