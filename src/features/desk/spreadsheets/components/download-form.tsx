import { getLocale, getTranslations } from 'next-intl/server'
import { Choice } from '@/components/forms/choice'
import { Alert } from '@/components/forms/outcome'
import { formatDay } from '@/i18n/formats'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import type { ConferenceChoice, ScopeChoice } from '../model/spreadsheet'

/** Asks for items as a file: a plain form whose answer is the file. */
export async function DownloadForm({
  fields,
  conferences,
  mayState,
  isIncomplete,
}: {
  fields: ScopeChoice[]
  conferences: ConferenceChoice[]
  /** Whether there can be anything in the reader's charge. */
  mayState: boolean
  /** Whether a field or conference was wanted and none chosen. */
  isIncomplete: boolean
}) {
  const [language, t] = [await getLocale(), await getTranslations('exchange.download')]
  return (
    <form
      method="get"
      action={hrefTo(language, '/desk/exchange/download')}
      className="desk-form desk-narrow"
    >
      {isIncomplete && <Alert>{t('nothing')}</Alert>}
      <fieldset className="desk-group">
        <legend>{t('scope')}</legend>
        {mayState && (
          <Choice type="radio" name="scope" value="mine" defaultChecked>
            {t('mine')}
          </Choice>
        )}
        <Choice type="radio" name="scope" value="field" defaultChecked={!mayState}>
          {t('field')}
        </Choice>
        <div className="desk-field exchange-choice">
          <label htmlFor="field">{t('chooseField')}</label>
          <select id="field" name="field">
            {fields.map(({ reference, name }) => (
              <option key={reference} value={reference}>
                {reference} {pickText(name, language)?.body}
              </option>
            ))}
          </select>
        </div>
        <Choice type="radio" name="scope" value="conference">
          {t('conference')}
        </Choice>
        <div className="desk-field exchange-choice">
          <label htmlFor="conference">{t('chooseConference')}</label>
          <select id="conference" name="conference">
            {conferences.map(({ reference, number, heldOn }) => (
              <option key={reference} value={reference}>
                {t('conferenceName', { number, day: formatDay(heldOn, language) })}
              </option>
            ))}
          </select>
        </div>
      </fieldset>
      <Choice type="checkbox" name="slots" value="without">
        {t('withoutSlots')}
      </Choice>
      <fieldset className="desk-group">
        <legend>{t('format')}</legend>
        <Choice type="radio" name="format" value="xlsx" defaultChecked>
          {t('xlsx')}
        </Choice>
        <Choice type="radio" name="format" value="csv">
          {t('csv')} <small>{t('csvHint')}</small>
        </Choice>
        <Choice type="checkbox" name="bom" value="0">
          {t('csvPlain')}
        </Choice>
      </fieldset>
      <p className="desk-hint">{t('language')}</p>
      <button type="submit" className="button">
        {t('button')}
      </button>
    </form>
  )
}
