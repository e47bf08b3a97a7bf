import { getTranslations } from 'next-intl/server'
import { developmentKinds } from '../model'

/** By which rule the editors class a development, kind by kind. */
export async function KindRules() {
  const t = await getTranslations('developments')
  return (
    <details id="kinds">
      <summary>{t('kindRules.heading')}</summary>
      <p>{t('kindRules.lead')}</p>
      <dl className="facts">
        {developmentKinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`kinds.${kind}`)}</dt>
            <dd>{t(`kindRules.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
