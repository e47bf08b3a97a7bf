import 'server-only'
import { listDevelopments } from '@/features/register/developments/queries'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { findField, listFields } from '@/features/register/fields/queries'
import type { ShownProject } from '@/features/register/projects/model'
import { findProject } from '@/features/register/projects/queries/find-project'
import { countProjectsNotItemised } from '@/features/register/projects/queries/not-itemised'
import type { ItemState } from '@/features/register/states/model/states'
import { latestOf } from '@/i18n/dates'
import type { Card, EmbeddedKind, ItemCard } from '../model/card'

/** What is shown of an item or field elsewhere; null for an unknown reference. */
export async function findCard(kind: EmbeddedKind, reference: string): Promise<Card | null> {
  if (kind === 'fields') {
    const field = await findField(reference)
    if (!field) return null
    const fields = await listFields(field.conference.reference)
    const states = fields.find((one) => one.reference === reference)?.states ?? []
    const conference = field.conference.reference
    return {
      kind,
      reference,
      name: field.name,
      counts: states.filter(({ count }) => count > 0),
      notItemised: await countProjectsNotItemised({ conference, field: reference }),
    }
  }
  if (kind === 'documents') {
    const document = await findDocument(reference)
    return document && cardOf(kind, document, [document.signedOn])
  }
  const project = await findProject(reference)
  const developments = await listDevelopments({ projectReference: reference })
  // A card is never of a day, so the state is known.
  if (!project?.state) return null
  return cardOf(kind, { ...project, state: project.state }, [developments[0]?.date ?? null])
}

type Item = Pick<ShownProject, 'reference' | 'title' | 'statement' | 'confirmedBy' | 'sides'> & {
  state: ItemState
}

/** @param news dates on which something is reported of the item, besides its statement. */
function cardOf(kind: ItemCard['kind'], item: Item, news: (string | null)[]): ItemCard {
  const { reference, title, state, statement, confirmedBy, sides } = item
  const asOf = statement?.asOf ?? null
  const sources = statement?.citations.map(({ source }) => source) ?? []
  return {
    kind,
    reference,
    name: title,
    state,
    asOf,
    publishers: sources.map(({ publisher, publisherNames, language }) => ({
      publisher,
      publisherNames,
      language,
    })),
    lastNews: latestOf([asOf, ...news]),
    confirmedBy,
    sides,
  }
}
