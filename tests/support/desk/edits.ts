import { type EditInput, editInput } from '@/features/desk/round/edits/input'
import { findEditable } from '@/features/desk/round/edits/queries/editables'
import type { EditableKind } from '@/features/register/subjects/model/kinds'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'

/** The subject as it is, as the editor's form would give it back; with changes. */
export async function editOf(
  kind: EditableKind,
  reference: string,
  change: { facts?: object; passages?: object; citations?: unknown[]; correction?: unknown } = {},
): Promise<EditInput> {
  const subject = await findEditable(kind, reference)
  if (!subject) throw new Error(`There is no ${kind} ${reference}.`)
  const { texts: _, citations, state: __, statement: ___, ...facts } = subject.snapshot
  const asInput = (list: Snapshot['citations']) =>
    list.map(({ source, quote, locator }) => ({
      source: { kind: 'existing', slug: source },
      quote: quote ?? '',
      locator: locator ?? '',
    }))
  if (kind === 'conference') {
    facts.announced = Object.fromEntries(
      Object.entries(facts.announced as Record<string, { number: number; citations: never }>).map(
        ([name, one]) => [name, { number: one.number, citations: asInput(one.citations) }],
      ),
    )
  }
  return editInput.parse({
    kind,
    reference,
    version: subject.version,
    facts: { ...facts, ...change.facts },
    passages: change.passages ?? {},
    citations: change.citations ?? asInput(citations),
    correction: change.correction ?? null,
  })
}
