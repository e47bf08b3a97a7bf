import { createTranslator } from 'next-intl'
import { cityName, cityNamed, type Side, sidePattern } from '@/features/register/cities/model'
import {
  type Counted,
  countedAnswers,
  type DocumentKind,
  documentKinds,
} from '@/features/register/documents/model'
import { placeOf } from '@/features/register/history/model/changed-places'
import type { Named } from '@/features/register/history/queries/named'
import type { ShownActor } from '@/features/register/log/model'
import { type SourceKind, sourceKinds } from '@/features/register/sources/model'
import { assertionPattern, type ItemState, isStateOf } from '@/features/register/states/model'
import { assertionWord, stateWord } from '@/features/register/states/wording'
import { formatDay, formatMoment } from '@/i18n/formats'
import { type Language, languageTags } from '@/i18n/language'
import { pickText } from '@/i18n/localized-text'
import { messagesIn } from '@/i18n/messages'
import { escaped } from '@/server/files/markup'

/** The words of one language, with what the log's slugs stand for. */
export type Words = ReturnType<typeof wordsIn>

/** The words in which a feed tells the log in a language: plain text, to be escaped where it is written. */
export function wordsIn(language: Language, { names, sources }: Named) {
  const t = createTranslator({ locale: language, messages: messagesIn(language) })

  /** What a side is called. */
  const sideOf = (code: Side) => t('revisions.side', { city: cityNamed(code, names, language) })

  /** The word for a state, of a project or of a document. */
  const state = (one: ItemState): string => stateWord(one, language)

  /** What a place of a subject is called, with its language where it is a passage in one. */
  const place = ({ key, language: held }: { key: string; language: Language | null }): string => {
    const { message, side } = placeOf(key)
    const known = `revisions.places.${message}` as 'revisions.places.statement_confirmations_stance'
    const name = t.has(known)
      ? t(known, { city: side ? cityNamed(side, names, language) : '' })
      : key
    if (!held) return name
    return t('revisions.placeIn', { place: name, language: t(`revisions.languages.${held}`) })
  }

  /** Who acted: a role and a side. */
  const actor = ({ role, city }: ShownActor): string => {
    if (!city) return t(`revisions.roles.${role}`)
    return t('revisions.actor', {
      role: t(`revisions.roles.${role}`),
      side: t('revisions.side', { city: cityName(city, language) }),
    })
  }

  const nameOf = (slug: string): string => {
    const name = pickText(names[slug], language)?.body
    return name ?? sources[slug]?.publisher ?? slug
  }

  /** The label of a value that is one of a short list; null where the place has none. */
  const listed = (key: string, value: string): string | null => {
    if (key === 'state' && isState(value)) return state(value)
    if (key === 'statement_assertedBy' && assertionPattern.test(value)) {
      return assertionWord(value, language, names)
    }
    if (key === 'kind' && isOneOf(documentKinds, value)) {
      return t(`documents.kinds.${value as DocumentKind}`)
    }
    if (key === 'kind' && isOneOf(sourceKinds, value)) {
      return t(`sources.kinds.${value as SourceKind}`)
    }
    if (key === 'counted' && isOneOf(countedAnswers, value)) {
      return t(`documents.counted.${value as Counted}.label`)
    }
    if (key === 'fullTextPublished' && isOneOf(['yes', 'no', 'unknown'], value)) {
      return t(`documents.fullText.${value as 'yes'}`)
    }
    if (key === 'language' && isOneOf(Object.keys(languageTags), value)) {
      return t(`revisions.languages.${value as Language}`)
    }
    if (key === 'side' && sidePattern.test(value)) return sideOf(value)
    if (key.endsWith('_stance') && isOneOf(['confirms', 'differs'], value)) {
      return t(`revisions.stances.${value as 'confirms'}`)
    }
    return null
  }

  /** A value of the log as plain words. */
  const value = (key: string, held: unknown): string => {
    if (isEmpty(held)) return t('revisions.nothing')
    if (typeof held === 'boolean') return t(held ? 'revisions.yes' : 'revisions.no')
    if (Array.isArray(held)) return held.map(entry).join(t('feeds.listSeparator'))
    if (typeof held === 'object') return entry(held)
    const text = String(held)
    const word = listed(key, text)
    if (word) return word
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text, language)
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return formatMoment(text, language)
    return nameOf(text)
  }

  /** One of several values: a passage, a citation by source and quote, a party by what it is called. */
  const entry = (held: unknown): string => {
    if (typeof held !== 'object' || held === null) return nameOf(String(held))
    const { body, source, organisation, person, side, role, quote, locator, ...others } =
      held as Record<string, unknown>
    if (typeof body === 'string') return body
    const on = typeof side === 'string' ? sideOf(side) : side
    return [source, organisation, on, person, quote, locator, role, ...Object.values(others)]
      .filter((one) => one !== undefined && one !== null && one !== 'party')
      .map((one) => {
        if (one === 'witness') return t('revisions.witness')
        return typeof one === 'object' ? JSON.stringify(one) : nameOf(String(one))
      })
      .join(' · ')
  }

  return { language, t, state, place, actor, value, sources }
}

/** A stretch of HTML in a language: words that carry their `lang` where it is not the feed's. */
export function inLanguage(text: string, held: Language | null, { language }: Words): string {
  if (!held || held === language) return escaped(text)
  return `<span lang="${languageTags[held]}">${escaped(text)}</span>`
}

/** Whether a place of the log holds nothing. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

/** Whether a word of the log is a state. */
export function isState(text: unknown): text is ItemState {
  return typeof text === 'string' && (isStateOf('project', text) || isStateOf('document', text))
}

function isOneOf(list: readonly string[], text: string): boolean {
  return list.includes(text)
}
