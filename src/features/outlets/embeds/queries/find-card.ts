import 'server-only'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { findField, listFields } from '@/features/register/fields/queries'
import { findProject } from '@/features/register/projects/queries/find-project'
import type { Card, EmbeddedKind } from '../model/card'

/** What is shown of an item or field elsewhere; null for an unknown reference. */
export async function findCard(kind: EmbeddedKind, reference: string): Promise<Card | null> {
  if (kind === 'fields') {
    const field = await findField(reference)
    if (!field) return null
    const fields = await listFields(field.conference.reference)
    const states = fields.find((one) => one.reference === reference)?.states ?? []
    return { kind, reference, name: field.name, counts: states.filter(({ count }) => count > 0) }
  }
  const item = kind === 'projects' ? await findProject(reference) : await findDocument(reference)
  return (
    item && {
      kind,
      reference,
      name: item.title,
      state: item.state,
      asOf: item.statement?.asOf ?? null,
      confirmedBy: item.confirmedBy,
      sides: item.sides,
    }
  )
}
