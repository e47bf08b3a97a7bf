import { InLanguage } from '@/components/site/in-language'
import type { Language } from '@/i18n/language'
import { type Publisher, publisherIn } from '../model'

/** Who published a source, as readers of the page's language call them, else marked with the language that it is in. */
export function PublisherName({ source, page }: { source: Publisher; page: Language }) {
  const { name, language } = publisherIn(source, page)
  return <InLanguage text={name} language={language} />
}
