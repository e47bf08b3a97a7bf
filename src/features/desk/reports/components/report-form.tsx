import { getLocale, getTranslations } from 'next-intl/server'
import { Choice } from '@/components/forms/choice'
import { PrintButton } from '@/components/site/print-button'
import { type Language, languages } from '@/i18n/language'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { type ReportFilter, scopeChoice, writeReportFilter } from '../input'
import type { ScopeChoice } from '../model'

type Props = {
  /** What is shown, with nothing left out: what the form begins with and the file is made from. */
  filter: ReportFilter & { since: string; language: Language }
  scopes: readonly ScopeChoice[]
  /** References of the fields in the officer's charge; none where it is everything. */
  charge: readonly string[]
}

/** What the report covers, since when and in which language; and the ways to take it along. */
export async function ReportForm({ filter, scopes, charge }: Props) {
  const [language, t, desk] = [
    await getLocale(),
    await getTranslations('reports'),
    await getTranslations('desk'),
  ]
  const name = (text: ScopeChoice['name'], reference: string) =>
    pickText(text, language)?.body ?? reference
  return (
    <section className="report-tools" aria-labelledby="report-form">
      <p>{t('intro')}</p>
      <h2 id="report-form" className="visually-hidden">
        {t('form.heading')}
      </h2>
      <form method="get" action={hrefTo(language, '/desk/report')} className="filter">
        <div className="filter-fields">
          <p className="filter-wide">
            <label htmlFor="report-of">{t('form.of')}</label>
            <select id="report-of" name="of" defaultValue={scopeChoice(filter)}>
              <option value={scopeChoice({ mine: '1' })}>
                {charge.length > 0 ? `${t('form.mine')} (${charge.join(', ')})` : t('form.mine')}
              </option>
              {scopes.map((conference) => (
                <optgroup
                  key={conference.reference}
                  label={name(conference.name, conference.reference)}
                >
                  <option value={scopeChoice({ conference: conference.reference })}>
                    {t('form.whole', { name: name(conference.name, conference.reference) })}
                  </option>
                  {conference.fields.map((field) => (
                    <option key={field.reference} value={scopeChoice({ field: field.reference })}>
                      {field.reference} {name(field.name, '')}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </p>
          <p>
            <label htmlFor="report-since">{t('form.since')}</label>
            <input
              id="report-since"
              name="since"
              type="date"
              defaultValue={filter.since}
              aria-describedby="report-since-hint"
            />
            <small id="report-since-hint" className="desk-hint">
              {t('form.sinceHint')}
            </small>
          </p>
          <p>
            <label htmlFor="report-language">{t('form.language')}</label>
            <select id="report-language" name="language" defaultValue={filter.language}>
              {languages.map((one) => (
                <option key={one} value={one}>
                  {desk(`languages.${one}`)}
                </option>
              ))}
            </select>
          </p>
        </div>
        <Choice type="checkbox" name="entered" value="1" defaultChecked={filter.entered === '1'}>
          {t('form.entered')}
        </Choice>
        <div className="filter-actions">
          <button type="submit">{t('form.show')}</button>
        </div>
      </form>
      <div className="desk-actions">
        <a
          className="button"
          href={hrefTo(language, {
            pathname: '/desk/report/file',
            query: writeReportFilter(filter),
          })}
          download
        >
          {t('download')}
        </a>
        <PrintButton label={t('print')} />
      </div>
    </section>
  )
}
