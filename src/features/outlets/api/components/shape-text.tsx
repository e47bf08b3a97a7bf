import { getTranslations } from 'next-intl/server'
import type { Shape } from '../model/json-schema'

/** What a part is, in the page's language: a link to an object, words to choose from, or a type. */
export async function ShapeText({ shape }: { shape: Shape }) {
  const t = await getTranslations('developers')
  const { isList, isNullable, name, values, types } = shape
  return (
    <span className="quiet">
      {isList && `${t('listOf')} `}
      {name ? (
        <a href={`#${name}`}>{name}</a>
      ) : values.length > 0 ? (
        values.map((value, index) => (
          <span key={value}>
            {index > 0 && ' · '}
            <code>{value}</code>
          </span>
        ))
      ) : (
        types.map((type) => t(`types.${type}`)).join(' · ') || t('anything')
      )}
      {isNullable && ` ${t('orNull')}`}
    </span>
  )
}
