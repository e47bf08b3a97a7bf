import { getTranslations } from 'next-intl/server'
import { Choice } from '@/components/forms/choice'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { importAction } from '../actions/decide'
import type { Tally } from '../model/spreadsheet'

/** The end of a dry run: submit what it found, as far as nothing stands against it, or put it aside. */
export async function SubmitImport({ id, tally }: { id: string; tally: Tally }) {
  const t = await getTranslations('exchange.submit')
  const { undecided, refusedRows, changedRows, changedCells } = tally
  return (
    <form action={importAction} className="desk-form desk-narrow">
      <HiddenFields values={{ id }} />
      {undecided > 0 && <p className="desk-alert">{t('undecided', { count: undecided })}</p>}
      {undecided === 0 && changedRows > 0 && refusedRows > 0 && (
        <Choice type="checkbox" name="leaveOut">
          {t('leaveOut', { count: refusedRows })}
        </Choice>
      )}
      <div className="desk-actions">
        {undecided === 0 && changedRows > 0 && (
          <button type="submit" className="button" name="intent" value="apply">
            {t('button', { count: changedCells })}
          </button>
        )}
        <button type="submit" name="intent" value="discard" className="desk-button-quiet">
          {t('discard')}
        </button>
      </div>
    </form>
  )
}
