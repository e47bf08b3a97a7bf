import { type FormValues, passageValues } from '@/features/desk/round/submissions/model/form-fields'
import { bodiesOf } from '@/i18n/localized-text'
import type { LiveStatement } from './item'

/** The live statement field by field, by the names of the form, as plain text to show or compare. */
export function liveFields(live: LiveStatement): FormValues {
  const [citation] = live.citations
  return {
    ...passageValues('note', bodiesOf(live.note)),
    ...passageValues('reason', bodiesOf(live.reason)),
    state: live.state,
    asOf: live.asOf ?? '',
    assertedBy: live.assertedBy ?? '',
    source: [citation?.source.publisher, citation?.source.title].filter(Boolean).join(' · '),
    'citation.quote': citation?.quote ?? '',
    'citation.locator': citation?.locator ?? '',
  }
}
