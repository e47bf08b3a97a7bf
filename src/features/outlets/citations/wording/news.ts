import { createTranslator } from 'use-intl/core'
import type { RevisionRecord } from '@/features/register/log/model'
import type { ItemState } from '@/features/register/states/model/states'
import { stateWords } from '@/features/register/states/wording'
import { formatDay } from '@/i18n/formats'
import type { Language } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import { type CitedKind, citableIn } from '../model/citable'

/**
 * A revision as a newspaper cites it, in one sentence: what the register records, as of which day, in which
 * revision of which date. Where the sources are silent it says so, and does not report a standstill.
 */
export function newsSentence(kind: CitedKind, record: RevisionRecord, language: Language): string {
  const t = createTranslator({
    locale: language,
    messages: messagesIn(language),
    namespace: 'citing',
  })
  const { register, title, reference, revision, recordedAt, address } = citableIn(
    kind,
    record,
    language,
  )
  const said = {
    register,
    title,
    reference,
    revision: String(revision),
    date: formatDay(recordedAt, language),
    address,
  }
  const { itemised, state, statement } = record.snapshot
  if (itemised === false) return t('slot', { ...said, kind })
  if (state === 'not_reported') return t('notReported', said)
  const asOf = statement?.asOf
  return t('news', {
    ...said,
    state: stateWords(kind, state as ItemState, language).label,
    asOf: asOf ? t('asOf', { day: formatDay(asOf, language) }) : '',
  })
}
