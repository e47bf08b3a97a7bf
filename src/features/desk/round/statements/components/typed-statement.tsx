'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useStateWords } from '@/features/register/states/components/use-state-words'
import { type ItemKind, isStateOf } from '@/features/register/states/model/states'
import { formatDay } from '@/i18n/formats'
import { languages, languageTags } from '@/i18n/language'
import type { CitedWords } from '../model/shown-fields'
import { CitedLine } from './cited-line'

/** A statement as it would read: every field by name, every language in its own script. */
export function TypedStatement({
  kind,
  values,
  cited,
  assertions,
}: {
  kind: ItemKind
  values: Record<string, string>
  /** What it rests on. */
  cited: readonly CitedWords[]
  /** Who can say so of this item, in words, by the code. */
  assertions: Readonly<Record<string, string>>
}) {
  const t = useTranslations('desk')
  const wordsFor = useStateWords(kind)
  const page = useLocale()
  const { state = '', assertedBy: says } = values
  return (
    <dl className="desk-statement">
      <dt>{t('form.state')}</dt>
      <dd>{isStateOf(kind, state) ? wordsFor(state).label : '—'}</dd>
      <dt>{t('form.asOf')}</dt>
      <dd>{values.asOf ? formatDay(values.asOf, page) : '—'}</dd>
      <dt>{t('form.assertedBy')}</dt>
      <dd>{says ? (assertions[says] ?? says) : '—'}</dd>
      {(['note', 'reason'] as const).flatMap((part) =>
        languages
          .filter((language) => values[`${part}.${language}`])
          .map((language) => (
            <div key={`${part}.${language}`}>
              <dt>
                {t(`form.${part}`)} · {t(`languages.${language}`)}
              </dt>
              <dd lang={languageTags[language]} className="desk-passage">
                {values[`${part}.${language}`]}
              </dd>
            </div>
          )),
      )}
      <dt>{t('form.citation')}</dt>
      <dd>
        {cited.length === 0 && '—'}
        <ul className="plain-list">
          {cited.map((words) => (
            <li key={`${words.source} ${words.quote} ${words.locator}`}>
              <CitedLine words={words}>—</CitedLine> {words.locator}
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  )
}
