import { cityName } from '@/features/register/cities/model'
import { publisherIn } from '@/features/register/sources/model'
import { sideAsserting } from '@/features/register/states/model/statements'
import type { ItemState } from '@/features/register/states/model/states'
import { stateWords } from '@/features/register/states/wording'
import { isMonth } from '@/i18n/dates'
import { formatDate, formatDay } from '@/i18n/formats'
import { type Language, languageTags } from '@/i18n/language'
import { isDescriptive } from '@/i18n/localized-text'
import { inQuotation, inTitleMarks } from '@/i18n/quotation'
import { translatorIn } from '@/i18n/translator'
import { type Cited, evidenceIn, stancesIn } from '../model/cited'

/** Of more publishers than these some are counted, not named. */
const mostNamed = 3

/**
 * What the register records of an item, without a full stop: its state as of which day, on whose statement or
 * reports, and which side has confirmed it or sees it differently. Where the sources are silent it says so, and
 * does not report a standstill.
 * @param title what the item is called in the language.
 */
export function claim(cited: Cited, title: string, language: Language): string {
  const { kind, record } = cited
  const { itemised, state, statement, signedOn, texts } = record.snapshot
  const { reference } = record.revision
  const t = translatorIn(language)
  if (kind === 'development') {
    const date = record.snapshot.date ?? ''
    return t(isMonth(date) ? 'citing.claims.developmentOfMonth' : 'citing.claims.development', {
      reference,
      basis: basis(cited, language),
      day: formatDate(date, language),
      summary: inQuotation(title.replace(/[.。]$/, ''), language),
    })
  }
  if (kind === 'source') {
    return t('citing.claims.source', { reference, source: sourceNamed(cited, language) })
  }
  if (itemised === false) return t('citing.claims.slot', { reference, kind })
  const isEditors = isDescriptive(texts.title)
  const said = {
    name: t(isEditors ? 'citing.names.descriptive' : 'citing.names.own', {
      title:
        kind === 'document' && !isEditors
          ? inTitleMarks(title, language)
          : inQuotation(title, language),
      reference,
    }),
    confirmation: confirmation(cited, language),
  }
  if (state === 'not_reported') return t('citing.claims.notReported', said)
  const evidence = basis(cited, language)
  if (state === 'signed' && signedOn) {
    return t('citing.claims.signed', {
      ...said,
      basis: evidence,
      day: formatDay(signedOn, language),
    })
  }
  const { label } = stateWords(kind, state as ItemState, language)
  return t('citing.claims.state', {
    ...said,
    basis: evidence,
    state: language === 'en' ? label.charAt(0).toLowerCase() + label.slice(1) : label,
    asOf: statement ? t('citing.asOf', { day: formatDay(statement.asOf, language) }) : '',
  })
}

/** Who published a source and when, and its title in its own words, as far as known. */
function sourceNamed({ record, publishers }: Cited, language: Language): string {
  const { publishedOn, title } = record.snapshot
  const publisher = publishers[record.revision.reference]
  const named = [
    publisher && publisherIn(publisher, language).name,
    publishedOn && formatDay(publishedOn, language),
    title && inQuotation(title, language),
  ]
  return named.filter(Boolean).join(translatorIn(language)('sources.separator'))
}

/** Whose statement it is, and who published what it rests on; empty where nobody is named. */
function basis(cited: Cited, language: Language): string {
  const t = translatorIn(language)
  const { by, reports } = evidenceIn(cited, language)
  const publishers = by.length > 0 ? listed(by, language) : ''
  const assertedBy = cited.record.snapshot.statement?.assertedBy ?? ''
  const side = sideAsserting(assertedBy)
  if (side) {
    const city = cityName(cited.sides.find(({ code }) => code === side) ?? nameless(side), language)
    return publishers
      ? t('citing.basis.sideWith', { city, publishers })
      : t('citing.basis.side', { city })
  }
  if (assertedBy === 'both_sides') {
    return publishers ? t('citing.basis.bothWith', { publishers }) : t('citing.basis.both')
  }
  return publishers
    ? t(reports > 1 ? 'citing.basis.reports' : 'citing.basis.report', { publishers })
    : ''
}

/** Names in a row; the first ones alone where there are many. */
function listed(names: readonly string[], language: Language): string {
  if (names.length > mostNamed) {
    const [first = '', second = ''] = names
    return translatorIn(language)('citing.many', {
      first,
      second,
      total: String(names.length),
    })
  }
  return new Intl.ListFormat(languageTags[language], { type: 'conjunction' }).format(names)
}

/** Which side has confirmed, has not, or has published a differing view; empty where every side speaks for itself. */
function confirmation(cited: Cited, language: Language): string {
  const t = translatorIn(language)
  const stances = stancesIn(cited)
  const isSilent = stances.every(({ stance }) => stance === 'silent')
  if (stances.length === 0) return ''
  // Nobody is asked to confirm that nothing is reported.
  if (cited.record.snapshot.state === 'not_reported' && isSilent) return ''
  const [one, other] = stances
  const clauses =
    one && other && one.stance === other.stance
      ? [t(`citing.both.${one.stance}`)]
      : stances.map(({ side, stance }) =>
          t(`citing.one.${stance}`, { city: cityName(side, language) }),
        )
  return t('citing.confirmation', { clauses: clauses.join(t('citing.separator')) })
}

const nameless = (code: string) => ({ code, name: {} })
