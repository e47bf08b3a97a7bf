import type { Facet } from '@/features/register/subjects/model/facets'
import type { LocalizedText } from '@/i18n/localized-text'
import { type TextRow, textsByPart } from './text'

type Texts = { texts: readonly TextRow[] }

/** A field or conference as others name it. */
export function byName({ reference, texts }: Texts & { reference: string }): {
  reference: string
  name: LocalizedText
} {
  return { reference, name: textsByPart(texts).name ?? {} }
}

/** A project or document as others name it. */
export function byTitle({ reference, texts }: Texts & { reference: string }): {
  reference: string
  title: LocalizedText
} {
  return { reference, title: textsByPart(texts).title ?? {} }
}

/** An organisation or person as others name it. */
export function bySlug({ slug, texts }: Texts & { slug: string }): {
  slug: string
  name: LocalizedText
} {
  return { slug, name: textsByPart(texts).name ?? {} }
}

/** A value that a list can be narrowed to, with what it is called. */
export function namedFacet(value: string, texts: readonly TextRow[], count: number): Facet {
  return { value, count, name: textsByPart(texts).name ?? {} }
}
