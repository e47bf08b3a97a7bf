import { getLocale, getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import { Citations } from '@/features/register/sources/components/citations'
import { pickText } from '@/i18n/localized-text'
import type { ShownStatement } from '../model/statements'
import type { ItemKind, ItemState } from '../model/states'
import { assertionOfSides, stateWords } from '../wording'
import { Confirmations } from './confirmations'
import { StateMark } from './state-mark'
import { Views } from './views'

type Props = {
  kind: ItemKind
  /** Null where, of a day that was asked for, none is known. */
  state: ItemState | null
  /** What the state rests on; null while nothing has been said. */
  statement: ShownStatement | null
}

/**
 * Where an item stands, as of when, who says so and on what evidence, who has confirmed it, with what the
 * word means beside it. Where a side sees it differently, both views stand beside one another.
 */
export async function Statement({ kind, state, statement }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('progress')]
  if (state === null) return <NoneKnown />
  const { label, definition } = stateWords(kind, state, language)
  const differing = statement?.confirmations.filter(({ stance }) => stance === 'differs') ?? []
  return (
    <div className="statement">
      <div>
        {statement && differing.length > 0 ? (
          <Views statement={statement} differing={differing}>
            <Stated state={state} statement={statement} />
          </Views>
        ) : (
          <Stated state={state} statement={statement} />
        )}
        {statement && <Confirmations statement={statement} />}
      </div>
      <p className="statement-meaning">
        <b>{t('meaning', { label })}</b>
        <br />
        {definition}
      </p>
    </div>
  )
}

async function NoneKnown() {
  const t = await getTranslations('standing')
  return (
    <div className="statement">
      <p>
        <b>{t('unknown')}</b>
      </p>
      <p className="statement-meaning">{t('unknownMeaning')}</p>
    </div>
  )
}

/** What is said of the state, and on what evidence. */
async function Stated({ state, statement }: Pick<Props, 'statement'> & { state: ItemState }) {
  const [language, t] = [await getLocale(), await getTranslations('progress')]
  return (
    <>
      <p>
        <StateMark state={state} />
      </p>
      {statement && (
        <dl className="facts">
          <dt>{t('asOf')}</dt>
          <dd>
            <DateText date={statement.asOf} />
          </dd>
          {(['note', 'reason'] as const).map(
            (part) =>
              pickText(statement[part], language) && (
                <Fragment key={part}>
                  <dt>{t(part)}</dt>
                  <dd>
                    <Words text={statement[part]} />
                  </dd>
                </Fragment>
              ),
          )}
          <dt>{t('saidBy')}</dt>
          <dd>{assertionOfSides(statement.assertedBy, language, statement.sides)}</dd>
          <dt>{t('evidence')}</dt>
          <dd>
            {statement.citations.length > 0 ? (
              <Citations citations={statement.citations} />
            ) : (
              t('noEvidence')
            )}
          </dd>
        </dl>
      )}
    </>
  )
}
