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
      <Codes says={columnTypes.map((type) => ({ code: type, says: t(`types.${type}`) }))} />
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
      <Codes
        says={Object.entries({ ...origins, ...originDetails }).map(([code, says]) => ({
          code,
          says,
        }))}
      />
      {(['project', 'document'] as const).map((kind) => (
        <Fragment key={kind}>
          <h2 id={kind === 'project' ? 'states' : 'document-states'}>{words(`${kind}States`)}</h2>
          <Codes
            says={statesOf(kind).map((state) => {
              const { label, definition } = stateWords(kind, state, language)
              return { code: state, label, says: definition }
            })}
          />
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

/** What each code says, and what it is called where it has a name. */
function Codes({ says }: { says: readonly { code: string; label?: string; says: string }[] }) {
  return (
    <dl className="facts">
      {says.map((one) => (
        <div key={one.code} style={{ display: 'contents' }}>
          <dt>
            {one.label && `${one.label} `}
            <code>{one.code}</code>
          </dt>
          <dd>{one.says}</dd>
        </div>
      ))}
    </dl>
  )
}
