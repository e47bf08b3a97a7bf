import { getLocale, getTranslations } from 'next-intl/server'
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
      {isIncomplete && (
        <p className="desk-alert" role="alert">
          {t('nothing')}
        </p>
      )}
      <fieldset className="desk-group">
        <legend>{t('scope')}</legend>
        {mayState && (
          <label className="desk-choice">
            <input type="radio" name="scope" value="mine" defaultChecked />
            {t('mine')}
          </label>
        )}
        <label className="desk-choice">
          <input type="radio" name="scope" value="field" defaultChecked={!mayState} />
          {t('field')}
        </label>
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
        <label className="desk-choice">
          <input type="radio" name="scope" value="conference" />
          {t('conference')}
        </label>
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
      <fieldset className="desk-group">
        <legend>{t('format')}</legend>
        <label className="desk-choice">
          <input type="radio" name="format" value="xlsx" defaultChecked />
          {t('xlsx')}
        </label>
        <label className="desk-choice">
          <input type="radio" name="format" value="csv" />
          <span>
            {t('csv')} <small>{t('csvHint')}</small>
          </span>
        </label>
        <label className="desk-choice">
          <input type="checkbox" name="bom" value="0" />
          {t('csvPlain')}
        </label>
      </fieldset>
      <p className="desk-hint">{t('language')}</p>
      <button type="submit" className="button">
        {t('button')}
      </button>
    </form>
  )
}
