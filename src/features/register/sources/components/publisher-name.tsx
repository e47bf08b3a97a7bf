import { type Language, languageTags } from '@/i18n/language'
import { type Publisher, publisherIn } from '../model'

/** Who published a source, as readers of the page's language call them, else marked with the language that it is in. */
export function PublisherName({ source, page }: { source: Publisher; page: Language }) {
  const { name, language } = publisherIn(source, page)
  return <span lang={language === page ? undefined : languageTags[language]}>{name}</span>
}
