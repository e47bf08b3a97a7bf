import { nameOfSource } from '@/features/register/sources/model'
import { revisionPage } from '@/features/register/subjects/model/pages'
import type { Snapshot } from '@/features/register/subjects/model/snapshot'
import type { Language } from '@/i18n/language'
import { isDescriptive, pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { translatorIn } from '@/i18n/translator'
import { now } from '@/server/clock'
import { environment } from '@/server/environment'
import type { Citable } from './citation'
import type { Cited } from './cited'

/** What a thing without a title is called. */
const unnamed = {
  project: 'projects.slot',
  document: 'documents.slotTitle',
  development: 'developments.one',
  source: 'sources.one',
} as const

/** A revision of an item as it is cited in a language; what has no title is called what its page calls it. */
export function citableIn({ kind, record }: Cited, language: Language): Citable {
  const { revision, snapshot } = record
  const { reference, revision: number, recordedAt } = revision
  const t = translatorIn(language)
  const { title: called, summary } = snapshot.texts
  const title = pickText(called ?? summary, language)
  const source = kind === 'source' ? sourceCalled(snapshot, language) : null
  return {
    register: t('site.name'),
    title: source ?? title?.body ?? t(unnamed[kind], { reference }),
    titleLanguage: title?.language ?? language,
    titleNote: isDescriptive(called) ? t('texts.descriptive') : null,
    reference,
    revision: number,
    recordedAt,
    address: `${environment().BASE_URL}${hrefTo(language, revisionPage(kind, reference, number))}`,
    readOn: now().toISOString(),
  }
}

/** What the page of a source is called: that it is about a source, lest the source itself be taken for what is cited. */
function sourceCalled(snapshot: Snapshot, language: Language): string | null {
  const { publisher, publishedOn = null, title = null, texts } = snapshot
  if (!publisher || !snapshot.language) return null
  const publisherNames = texts.publisher ?? {}
  const named = { publisher, publisherNames, publishedOn, title, language: snapshot.language }
  const name = title ?? pickText(nameOfSource(named), language)?.body ?? publisher
  return translatorIn(language)('citing.sourceTitle', { name })
}
