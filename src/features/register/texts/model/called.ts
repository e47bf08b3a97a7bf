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
