import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import { Citations } from '@/features/register/sources/components/citations'
import type { Side } from '@/features/register/subjects/model/sides'
import type { ShownConfirmation, ShownStatement } from '../model/statements'

/** A statement beside how a side, or each, sees it: under the name of who says so, alike in size and place. */
export async function Views({
  statement,
  differing,
  children,
}: {
  statement: ShownStatement
  differing: readonly ShownConfirmation[]
  /** What the statement says. */
  children: ReactNode
}) {
  const t = await getTranslations('progress')
  return (
    <>
      <p>{t('views.intro')}</p>
      <div className="views">
        <section>
          <h3>{t(`assertedBy.${statement.assertedBy}`)}</h3>
          {children}
        </section>
        {differing.map(({ side, at, note, citations }) => (
          <section key={side}>
            <h3>{t(`confirmation.sides.${side as Side}`)}</h3>
            <dl className="facts">
              <dt>{t('views.since')}</dt>
              <dd>
                <DateText date={at} />
              </dd>
              <dt>{t('views.view')}</dt>
              <dd>
                <Words text={note} />
              </dd>
              <dt>{t('evidence')}</dt>
              <dd>
                <Citations citations={citations} />
              </dd>
            </dl>
          </section>
        ))}
      </div>
    </>
  )
}
