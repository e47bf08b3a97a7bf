'use client'

import { useTranslations } from 'next-intl'
import { languages, languageTags } from '../../../i18n/language'
import type { AssertedBy, ItemKind } from '../model'
import { useStateLabel } from './typed-statement'

/** What is live beside what is submitted, field by field and language by language; what differs is said in a word. */
export function Difference({
  kind,
  live,
  submitted,
}: {
  kind: ItemKind
  live: Record<string, string>
  submitted: Record<string, string>
}) {
  const t = useTranslations('desk')
  const progress = useTranslations('progress')
  const stateLabel = useStateLabel(kind)
  const who = (value: string) => (value ? progress(`assertedBy.${value as AssertedBy}`) : '—')
  const plain = (value: string) => value || '—'
  const rows: { key: string; label: string; show: (value: string) => string; lang?: string }[] = [
    { key: 'state', label: t('form.state'), show: stateLabel },
    { key: 'asOf', label: t('form.asOf'), show: plain },
    { key: 'assertedBy', label: t('form.assertedBy'), show: who },
    ...(['note', 'reason'] as const).flatMap((part) =>
      languages.map((language) => ({
        key: `${part}.${language}`,
        label: `${t(`form.${part}`)} · ${t(`languages.${language}`)}`,
        show: plain,
        lang: languageTags[language],
      })),
    ),
    { key: 'source', label: t('form.citation'), show: plain },
    { key: 'citation.quote', label: t('form.quote'), show: plain },
    { key: 'citation.locator', label: t('form.locator'), show: plain },
  ]
  return (
    <div className="desk-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('review.field')}</th>
            <th scope="col">{t('review.live')}</th>
            <th scope="col">{t('review.submitted')}</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(({ key }) => live[key] || submitted[key])
            .map(({ key, label, show, lang }) => {
              const differs = (live[key] ?? '') !== (submitted[key] ?? '')
              const after = show(submitted[key] ?? '')
              return (
                <tr key={key}>
                  <th scope="row">
                    {label} {differs && <small>{t('review.changed')}</small>}
                  </th>
                  <td lang={lang} className="desk-passage">
                    {show(live[key] ?? '')}
                  </td>
                  <td lang={lang} className="desk-passage">
                    {differs ? <ins>{after}</ins> : after}
                  </td>
                </tr>
              )
            })}
        </tbody>
      </table>
    </div>
  )
}
