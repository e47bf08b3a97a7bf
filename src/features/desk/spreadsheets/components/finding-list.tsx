import { getLocale, getTranslations } from 'next-intl/server'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { Pager } from '@/components/site/pager'
import type { City } from '@/features/register/cities/model'
import { hrefTo } from '@/i18n/navigation'
import { partOfNumber } from '@/i18n/pages'
import { importAction } from '../actions/decide'
import { type ListQuery, writeListQuery } from '../input'
import { type Finding, type Findings, isSubmitted, tallyOf } from '../model/spreadsheet'
import { FindingCard } from './finding-card'

/** How many rows a page shows. */
const perPage = 25

const filters = {
  all: () => true,
  changed: isSubmitted,
  refused: ({ refusals }: Finding) => refusals.length > 0,
  conflicts: ({ conflicts }: Finding) => conflicts.length > 0,
} as const satisfies Record<ListQuery['show'], (finding: Finding) => boolean>

/** The rows of a dry run that are not as they were, by sort and page; with the choices that are to be made. */
export async function FindingList({
  id,
  findings,
  query: { show, page },
  mayDecide,
  cities,
}: {
  id: string
  findings: Findings
  query: ListQuery
  mayDecide: boolean
  cities: readonly City[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('exchange')]
  const rows = findings.rows.filter(filters[show])
  const { start, ...part } = partOfNumber(rows.length, page, perPage)
  const shown = rows.slice(start, start + perPage)
  const address = (query: ListQuery) =>
    hrefTo(language, {
      pathname: '/desk/imports/[id]',
      params: { id },
      query: writeListQuery(query),
    })
  const conflicts = shown.some((finding) => finding.conflicts.length > 0)
  const { undecided } = tallyOf(findings)
  return (
    <>
      <nav aria-label={t('show.label')} className="exchange-show">
        <ul>
          {(Object.keys(filters) as ListQuery['show'][]).map((one) => (
            <li key={one}>
              <a
                href={address({ show: one, page: 1 })}
                {...(one === show ? { 'aria-current': 'page' as const } : {})}
              >
                {t(`show.${one}`, { count: findings.rows.filter(filters[one]).length })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 && <p>{t('show.none')}</p>}
      <form action={importAction}>
        <HiddenFields values={{ id, show, page: part.page }} />
        {shown.map((finding) => (
          <FindingCard key={finding.row} finding={finding} mayDecide={mayDecide} cities={cities} />
        ))}
        {mayDecide && conflicts && (
          <div className="desk-actions">
            <button type="submit" className="button" name="intent" value="save">
              {t('decide.save')}
            </button>
            {undecided > 0 &&
              (['mine', 'theirs'] as const).map((all) => (
                <button
                  key={all}
                  type="submit"
                  name="intent"
                  value={all}
                  className="desk-button-quiet"
                >
                  {t(all === 'mine' ? 'decide.allMine' : 'decide.allTheirs')}
                </button>
              ))}
          </div>
        )}
      </form>
      <Pager {...part} shown={shown.length} address={(other) => address({ show, page: other })} />
    </>
  )
}
