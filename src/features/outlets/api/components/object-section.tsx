import { getTranslations } from 'next-intl/server'
import { type JsonSchema, partsOf, shapeOf } from '../model/json-schema'
import { ShapeText } from './shape-text'

type Props = {
  /** As the document names it. */
  name: string
  schema: JsonSchema
}

/** An object of the document: what it is, and its parts. */
export async function ObjectSection({ name, schema }: Props) {
  const t = await getTranslations('developers')
  const parts = partsOf(schema)
  return (
    <section aria-labelledby={name} className="api-object">
      <h3 id={name}>
        <code>{name}</code>
      </h3>
      {schema.description && <p>{schema.description}</p>}
      {(schema.anyOf ?? []).length > 0 && (
        <ul>
          {schema.anyOf?.map((option) => (
            <li key={JSON.stringify(option)}>
              {option.type === 'null' ? <code>null</code> : <ShapeText shape={shapeOf(option)} />}
            </li>
          ))}
        </ul>
      )}
      {parts.length > 0 && (
        <dl className="api-parts">
          {parts.map(({ path, shape, description, isOptional }) => (
            <div key={path}>
              <dt>
                <code>{path}</code> <ShapeText shape={shape} />
                {isOptional && <span className="quiet"> · {t('optional')}</span>}
              </dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
