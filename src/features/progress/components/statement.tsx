import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '../../../components/date-text'
import { Words } from '../../../components/words'
import { type LocalizedText, pickText } from '../../../i18n/localized-text'
import { Citations } from '../../sources/components/citations'
import type { ShownCitation } from '../../sources/model'
import type { AssertedBy, DocumentState, ProjectState } from '../model'
import { StateMark, stateLabel } from './state-mark'

type Props = {
  kind: 'project' | 'document'
  state: ProjectState | DocumentState
  /** What the state rests on; null while nothing has been said. */
  statement: {
    /** ISO day. */
    asOf: string
    assertedBy: AssertedBy
    note: LocalizedText
    reason: LocalizedText
    citations: readonly ShownCitation[]
  } | null
}

/** Where an item stands, as of when, who says so and on what evidence, with what the word means beside it. */
export async function Statement({ kind, state, statement }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('progress')]
  const label = await stateLabel(state)
  const tick = (confirmed: boolean) => t(confirmed ? 'confirmedYes' : 'confirmedNo')
  const by = statement?.assertedBy
  return (
    <div className="statement">
      <div>
        <p>
          <StateMark state={state} />
        </p>
        {statement && (
          <dl className="facts">
            <dt>{t('asOf')}</dt>
            <dd>
              <DateText date={statement.asOf} />
            </dd>
            {pickText(statement.note, language) && (
              <>
                <dt>{t('note')}</dt>
                <dd>
                  <Words text={statement.note} />
                </dd>
              </>
            )}
            {pickText(statement.reason, language) && (
              <>
                <dt>{t('reason')}</dt>
                <dd>
                  <Words text={statement.reason} />
                </dd>
              </>
            )}
            <dt>{t('saidBy')}</dt>
            <dd>
              {t(`assertedBy.${statement.assertedBy}`)}
              <br />
              <span className="quiet">
                {t('confirmed', {
                  hk: tick(by === 'hk_side' || by === 'both_sides'),
                  sh: tick(by === 'sh_side' || by === 'both_sides'),
                })}
              </span>
            </dd>
            <dt>{t('evidence')}</dt>
            <dd>
              {statement.citations.length > 0 ? (
                <Citations citations={[...statement.citations]} />
              ) : (
                t('noEvidence')
              )}
            </dd>
          </dl>
        )}
      </div>
      <p className="statement-meaning">
        <b>{t('meaning', { label })}</b>
        <br />
        {kind === 'document'
          ? t(`documentStates.${state as DocumentState}.definition`)
          : t(`states.${state as ProjectState}.definition`)}
      </p>
    </div>
  )
}
