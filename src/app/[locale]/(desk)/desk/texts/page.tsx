import { getLocale, getTranslations } from 'next-intl/server'
import { Done } from '@/components/forms/outcome'
import { Pager } from '@/components/site/pager'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { requireOfficer } from '@/features/desk/officers/session'
import { AcceptForm } from '@/features/desk/round/text-board/components/accept-form'
import {
  TextCounts,
  TextFilterForm,
} from '@/features/desk/round/text-board/components/text-filter-form'
import { TextTable } from '@/features/desk/round/text-board/components/text-table'
import { type TextFilter, textFilter } from '@/features/desk/round/text-board/input'
import { listTextBoard } from '@/features/desk/round/text-board/queries/list-text-board'
import { isAcceptable } from '@/features/register/texts/model/text'
import { type Href, hrefTo } from '@/i18n/navigation'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const boardOf = (filter: TextFilter): Href => ({
  pathname: '/desk/texts',
  query: textFilter.write(filter),
})

export default async function TextsPage({ searchParams }: Props) {
  const query = await searchParams
  const [language, t] = [await getLocale(), await getTranslations('texts')]
  const filter = textFilter.read(query)
  const officer = await requireOfficer(language, hrefTo(language, '/desk/texts'))
  const board = await listTextBoard(filter, officer)
  const { pick, ...unpicked } = filter
  const begun = textFilter.begun(filter)
  const toPage = (page: number) =>
    hrefTo(language, boardOf(page === 1 ? begun : { ...begun, page }))
  const done = Number(query.done)
  return (
    <DeskPage here={boardOf(filter)} officer={officer}>
      <h1>{t('board.title')}</h1>
      <p>{t('board.lead')}</p>
      {done > 0 && <Done>{t('board.done', { count: done })}</Done>}
      <TextCounts filter={filter} board={board} />
      <TextFilterForm filter={filter} board={board} />
      {board.total === 0 ? (
        <p>
          {filter.state
            ? t('board.noneWaiting', { state: t(`states.${filter.state}`) })
            : t('board.none')}
        </p>
      ) : (
        <>
          <p>
            <b>{t('board.found', { total: board.total })}</b>
          </p>
          <AcceptForm
            key={JSON.stringify(filter)}
            filter={new URLSearchParams(textFilter.write(unpicked)).toString()}
            hasChoices={board.passages.some(isAcceptable)}
            choices={
              <a
                className="text-link"
                href={hrefTo(language, boardOf(pick ? unpicked : { ...filter, pick: 'all' }))}
              >
                {t(pick ? 'board.pickNone' : 'board.pickAll')}
              </a>
            }
          >
            <TextTable passages={board.passages} picked={pick === 'all'} />
          </AcceptForm>
        </>
      )}
      <Pager {...board} shown={board.passages.length} address={toPage} />
    </DeskPage>
  )
}
