import { environment } from '@/server/environment'
import type { Language } from './language'
import { translatorIn } from './translator'

/** What may be done with the register's words and data, and what belongs to others, in a sentence or two. */
export function licenceText(language: Language): string {
  const { name, url } = environment().DATA_LICENCE
  return translatorIn(language)('site.licence.text', { name, url })
}
