import { getLocale, getTranslations } from 'next-intl/server'
import type { City } from '@/features/register/cities/model'
import { languageTags } from '@/i18n/language'
import { type EditableColumn, textLanguage } from '../model/columns'
import { isListColumn, labelOf } from '../model/labels'
import type { Finding } from '../model/spreadsheet'

type Props = {
  column: EditableColumn
  kind: Finding['kind']
  text: string
  cities: readonly City[]
}

/** What a cell says: a list by its label, a text in its own language, and a word for nothing. */
export async function CellText({ column, kind, text, cities }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('exchange.row')]
  if (text === '') return <span className="exchange-empty">{t('empty')}</span>
  if (isListColumn(column)) return <>{labelOf(column, text, kind, language, cities)}</>
  const own = textLanguage(column)
  return (
    <span className="desk-passage" {...(own ? { lang: languageTags[own] } : {})}>
      {text}
    </span>
  )
}
