import { subjectPage } from '@/features/register/subjects/model/pages'
import { titleWords } from '@/features/register/texts/wording'
import { type Language, languageTags } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import { type Href, hrefTo } from '@/i18n/navigation'
import { translatorIn } from '@/i18n/translator'
import { environment } from '@/server/environment'
import type { Calendar, CalendarEvent, RegisterEvent } from '../model'

/**
 * The register's days as a calendar in a language.
 * @param host the register's name in identifiers, which stays when the site moves.
 */
export function calendarIn(
  language: Language,
  events: readonly RegisterEvent[],
  host: string,
): Calendar {
  const t = translatorIn(language)
  const { BASE_URL } = environment()
  const words = (text: LocalizedText) => pickText(text, language)?.body ?? ''

  const eventOf = (event: RegisterEvent): CalendarEvent => {
    const { kind, reference, revised } = event
    const title = kind === 'document' ? titleWords(event.name, language) : words(event.name)
    const name = title || reference
    const url = `${BASE_URL}${hrefTo(language, pageOf(event))}`
    return {
      uid: `${kind}-${reference}-${languageTags[language]}@${host}`.toLowerCase(),
      day: event.day,
      summary: kind === 'document' ? t('calendar.signing', { title: name }) : name,
      description: [
        ...(kind === 'development' ? [name] : []),
        ...(kind === 'document' ? [t('calendar.reference', { reference })] : []),
        t('calendar.more', { url }),
        ...(event.sources.length > 0 ? [t('calendar.sources'), ...event.sources] : []),
        t('site.independence'),
      ].join('\n'),
      location: words(event.place),
      category: t(`calendar.kinds.${kind}`),
      url,
      sequence: revised.revision - 1,
      revisedAt: revised.recordedAt,
    }
  }

  return {
    language,
    name: t('calendar.name', { register: t('site.name') }),
    description: t('site.independence'),
    address: `${BASE_URL}${hrefTo(language, '/calendar.ics')}`,
    events: events.map(eventOf),
  }
}

/** Where an event is told; a development has no page of its own. */
function pageOf({ kind, reference, bearsOn }: RegisterEvent): Href {
  const page = subjectPage(kind, reference)
  if (page) return page
  return bearsOn ? subjectPage(bearsOn.kind, bearsOn.reference) : '/'
}
