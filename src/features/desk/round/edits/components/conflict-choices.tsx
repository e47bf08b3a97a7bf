import { getTranslations } from 'next-intl/server'
import { Choice } from '@/components/forms/choice'
import { PlaceDifference } from '@/features/desk/round/submissions/components/place-difference'
import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import { PlaceLabel } from '@/features/register/history/components/place-label'
import { changedPlaces } from '@/features/register/history/model/changed-places'
import type { Named } from '@/features/register/history/model/names'
import type { MergeConflict } from '@/features/register/subjects/model/merge'
import { choiceField } from '../model/conflicts'

type Props = {
  conflicts: readonly MergeConflict[]
  /** The live version that they are conflicts with. */
  version: number
  values: FormValues
  /** The fields of the places that were left open. */
  open: readonly string[]
  names: Named
}

/** The places that somebody else has changed differently: as each was, as it is live, as the officer has it, and whose is to stand. */
export async function ConflictChoices({ conflicts, version, values, open, names }: Props) {
  const [t, refusals] = [
    await getTranslations('edits.page'),
    await getTranslations('refusals.fields'),
  ]
  return (
    <section className="desk-form" id="conflict" aria-labelledby="conflict-title">
      <h2 id="conflict-title">{t('conflictTitle')}</h2>
      <p>{t('conflictIntro')}</p>
      <input type="hidden" name="conflict.version" value={version} />
      {conflicts.map((conflict) => {
        const { path, base, mine, theirs } = conflict
        const [place] = changedPlaces([{ path, language: null, before: base, after: mine }], false)
        const field = choiceField(path)
        const chosen = values[field]
        if (!place) return null
        const show = (value: unknown) => (
          <div className="desk-passage">
            <PlaceDifference
              place={{ ...place, before: base, after: value, differs: value !== base }}
              names={names}
            />
          </div>
        )
        return (
          <fieldset key={path} className="desk-group" id={field} tabIndex={-1}>
            <legend>
              <PlaceLabel place={place} names={names} />
            </legend>
            {open.includes(field) && <p className="desk-error">{refusals('required')}</p>}
            <div className="desk-columns">
              <div>
                <h3>{t('conflictBase')}</h3>
                {show(base)}
              </div>
              {(['mine', 'theirs'] as const).map((whose) => (
                <div key={whose}>
                  <h3>{t(whose === 'mine' ? 'conflictMine' : 'conflictTheirs')}</h3>
                  {show(whose === 'mine' ? mine : theirs)}
                  <Choice type="radio" name={field} value={whose} defaultChecked={chosen === whose}>
                    {t(whose === 'mine' ? 'chooseMine' : 'chooseTheirs')}
                  </Choice>
                </div>
              ))}
            </div>
          </fieldset>
        )
      })}
    </section>
  )
}
