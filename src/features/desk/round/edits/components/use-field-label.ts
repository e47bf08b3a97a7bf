'use client'

import { useTranslations } from 'next-intl'
import type { Language } from '@/i18n/language'

/** What a field of the editor is called, by its name: `Title · English`, `Source 2 · Quote`. */
export function useFieldLabel(): (field: string) => string {
  const t = useTranslations('edits.form')
  const names = useTranslations('texts.names')
  const desk = useTranslations('desk.languages')
  const form = useTranslations('desk.form')
  const labelOf = (field: string): string => {
    const text = /^texts\.(.+)\.(zh-Hant|zh-Hans|en)\.(\w+)$/.exec(field)
    if (text) {
      const [, part = '', language, what] = text
      const place = t('inLanguage', {
        part: names(part.replace('.', '_') as 'title'),
        language: desk(language as Language),
      })
      return what === 'origin' ? `${place} · ${t('origin')}` : place
    }
    const citation =
      /^(?:facts\.announced\.(\w+)\.)?citations(?:\.(\d+)\.(?:source\.)?(\w+))?$/.exec(field)
    if (citation) return citationLabel(citation[1], citation[2], citation[3])
    const announced = /^facts\.announced\.(\w+)\.number$/.exec(field)?.[1]
    if (announced) return t(`announced.${announced as 'fields'}`)
    if (field.startsWith('correction.')) return form('correction.summary')
    if (field.startsWith('choice.')) return t('conflict')
    const fact = /^facts\.(\w+)/.exec(field)?.[1] ?? ''
    return t.has(`fact.${fact as 'kind'}`) ? t(`fact.${fact as 'kind'}`) : field
  }
  const citationLabel = (of?: string, row?: string, what?: string) => {
    const list = of ? t(`announced.${of as 'fields'}`) : null
    const source =
      row === undefined ? t('sources') : t('row', { label: t('citation'), number: Number(row) + 1 })
    return [list, source, what && citationField(what)].filter(Boolean).join(' · ')
  }
  const citationField = (what: string) => {
    if (what === 'quote' || what === 'locator') return form(what)
    if (what === 'sourceKind') return form('source.kind')
    return what === 'slug' ? null : form(`source.${what as 'publisher'}`)
  }
  return labelOf
}
