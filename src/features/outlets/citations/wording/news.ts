import { createTranslator } from 'use-intl/core'
import type { RevisionRecord } from '@/features/register/log/model'
import { formatDay } from '@/i18n/formats'
import type { Language } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'
import { type CitedKind, citableIn } from '../model/citable'

/**
 * A revision as a newspaper cites it, in one sentence of a language: what the register records, as of which
 * day, in which revision of which date. What the sources do not say is said as that, never as standstill.
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
    state: stateLabel(kind, String(state), language),
    asOf: asOf ? t('asOf', { day: formatDay(asOf, language) }) : '',
  })
}

function stateLabel(kind: CitedKind, state: string, language: Language): string {
  const { states, documentStates } = messagesIn(language).progress
  const labels: Record<string, { label: string }> = kind === 'project' ? states : documentStates
  return labels[state]?.label ?? state
}
