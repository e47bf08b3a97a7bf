import { getTranslations } from 'next-intl/server'
import { WithinLanguage } from '@/components/site/in-language'
import { languageTags } from '@/i18n/language'
import { type Operation, shapeOf } from '../model/json-schema'
import { ShapeText } from './shape-text'

/** A request, and what the register answered to it when the page was made. */
export type ShownExample = { address: string; answer: string }

type Props = {
  path: string
  operation: Operation
  /** Null while there is nothing to show. */
  example: ShownExample | null
}

/** One thing that can be asked: its address, its parameters, its answer, an example. */
export async function OperationSection({ path, operation, example }: Props) {
  const t = await getTranslations('developers')
  const { operationId, summary, parameters, responses } = operation
  const answer = responses['200']?.content?.['application/json']?.schema
  return (
    <section aria-labelledby={operationId} className="api-operation">
      <h3 id={operationId}>
        <code>GET {path}</code>
      </h3>
      <p>{summary}</p>
      <h4>{t('parameters')}</h4>
      <dl className="api-parts">
        {parameters.map(({ name, schema, description }) => (
          <div key={name}>
            <dt>
              <code>{name}</code> <ShapeText shape={shapeOf(schema)} />
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      {answer && (
        <p>
          {t('answer')} <ShapeText shape={shapeOf(answer)} />
        </p>
      )}
      {example && (
        <details>
          <summary>{t('example')}</summary>
          <p>
            <a href={example.address}>
              <code>{example.address}</code>
            </a>
          </p>
          <p>{t('exampleAnswer')}</p>
          <pre className="api-answer" lang={languageTags.en}>
            <code>
              <WithinLanguage text={example.answer} language="en" />
            </code>
          </pre>
        </details>
      )}
    </section>
  )
}
