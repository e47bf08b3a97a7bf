'use client'

import { useTranslations } from 'next-intl'
import type { SourceChoice } from '@/features/register/sources/model'
import { useStateWords } from '@/features/register/states/components/use-state-words'
import { type ItemKind, isStateOf } from '@/features/register/states/model/states'
import { isLanguage } from '@/i18n/language'

const labelled = ['state', 'asOf', 'assertedBy', 'note', 'reason', 'correction'] as const

/** What the fields of the statement form are called, by their names, and what stands in them, in words. */
export function useStatementWords({
  kind,
  assertions,
  sources,
}: {
  kind: ItemKind
  assertions: Readonly<Record<string, string>>
  sources: readonly SourceChoice[]
}) {
  const t = useTranslations('desk')
  const stateWords = useStateWords(kind)
  function labelOf(field: string): string {
    const [name = '', ...rest] = field.split('.')
    if (name === 'original' || name === 'conversionAccepted') return t(`form.${name}`)
    if (name === 'citations') {
      const part = rest.at(-1) ?? ''
      const which = t('form.citationNumber', { number: Number(rest[0] ?? 0) + 1 })
      return part === 'quote' || part === 'locator' ? `${which} · ${t(`form.${part}`)}` : which
    }
    const inLanguage = rest.at(-1) ?? ''
    const label = t(`fields.${labelled.find((one) => one === name) ?? 'citation'}`)
    return isLanguage(inLanguage) ? `${label} · ${t(`languages.${inLanguage}`)}` : label
  }
  function wordsOf(field: string, value: string): string {
    if (field === 'state') return isStateOf(kind, value) ? stateWords(value).label : value
    if (field === 'assertedBy') return assertions[value] ?? value
    if (isLanguage(value)) return t(`languages.${value}`)
    if (/\.source\.kind$/.test(field) && (value === 'existing' || value === 'new')) {
      return t(`form.source.${value}`)
    }
    if (/\.slug$/.test(field)) return sources.find(({ slug }) => slug === value)?.label ?? value
    return value === 'on' ? '✓' : value
  }
  return { labelOf, wordsOf }
}
