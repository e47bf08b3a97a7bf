import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { PublicPage } from '@/components/site/public-page'
import { ColumnTable } from '@/features/outlets/downloads/components/column-table'
import { columnTypes, dictionaryName, tableNames } from '@/features/outlets/downloads/model/table'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { statesOf } from '@/features/register/states/model/states'
import { stateWords } from '@/features/register/states/wording'
import { messagesIn } from '@/i18n/messages'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'

const here = '/data/dictionary'

export async function generateMetadata(): Promise<Metadata> {
  const [language, t] = [await getLocale(), await getTranslations('downloads.dictionary')]
  return pageMetadata({ language, here, title: t('title'), description: t('description') })
}

export default async function DictionaryPage() {
  const [language, t] = [await getLocale(), await getTranslations('downloads')]
  const words = await getTranslations('exchange.definitions')
  const { origins, originDetails } = messagesIn(language).texts
  return (
    <PublicPage
      here={here}
      revisedOn={await lastRevisedAt()}
      trail={[{ label: t('title'), href: hrefTo(language, '/data') }]}
    >
      <h1>{t('dictionary.title')}</h1>
      <p className="lead">{t('dictionary.description')}</p>
      <p>{t('dictionary.lead')}</p>
      <nav aria-label={t('lists.heading')}>
        <ul>
          {tableNames.map((table) => (
            <li key={table}>
              <a href={`#${table}`}>{t(`names.${table}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 id="types">{t('dictionary.types')}</h2>
      <dl className="facts">
        {columnTypes.map((type) => (
          <div key={type} style={{ display: 'contents' }}>
            <dt>
              <code>{type}</code>
            </dt>
            <dd>{t(`types.${type}`)}</dd>
          </div>
        ))}
      </dl>
      {tableNames.map((table) => (
        <div key={table}>
          <h2 id={table}>
            {t(`names.${table}`)} <code>{table}</code>
          </h2>
          <p>{t(`tables.${table}`)}</p>
          <ColumnTable table={table} />
        </div>
      ))}
      <h2 id="origins">{t('dictionary.origins')}</h2>
      <dl className="facts">
        {Object.entries({ ...origins, ...originDetails }).map(([code, says]) => (
          <div key={code} style={{ display: 'contents' }}>
            <dt>
              <code>{code}</code>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      {(['project', 'document'] as const).map((kind) => (
        <Fragment key={kind}>
          <h2 id={kind === 'project' ? 'states' : 'document-states'}>{words(`${kind}States`)}</h2>
          <dl className="facts">
            {statesOf(kind).map((state) => {
              const { label, definition } = stateWords(kind, state, language)
              return (
                <div key={state} style={{ display: 'contents' }}>
                  <dt>
                    {label} <code>{state}</code>
                  </dt>
                  <dd>{definition}</dd>
                </div>
              )
            })}
          </dl>
        </Fragment>
      ))}
      <p>
        <a className="standing" href={`/data/${dictionaryName}`} download>
          {t('dictionary.plain')}
        </a>
      </p>
    </PublicPage>
  )
}
