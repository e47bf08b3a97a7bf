import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { InLanguage, WithinLanguage } from '@/components/site/in-language'
import { Words } from '@/components/site/words'
import { ExactQuote } from '@/features/register/sources/components/exact-quote'
import { PublisherName } from '@/features/register/sources/components/publisher-name'
import { RestingLink } from '@/features/register/sources/components/resting-link'
import { SourceLink } from '@/features/register/sources/components/source-link'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { DescriptiveMark } from '@/features/register/texts/components/title'
import { hrefTo } from '@/i18n/navigation'
import type { LedgerEntry, LedgerSource } from '../model/ledger'

/** What each source says of a conference: the numbers in its own words, and what it names. */
export async function LedgerSources({ sources }: { sources: readonly LedgerSource[] }) {
  const [language, t] = [await getLocale(), await getTranslations('conferences')]
  return (
    <ol className="plain-list ledger">
      {sources.map(({ source, numbers, named }) => (
        <li key={source.slug} className="ledger-source">
          <h3>
            <PublisherName source={source} page={language} />
            {source.publishedOn && (
              <>
                {' · '}
                <DateText date={source.publishedOn} />
              </>
            )}
          </h3>
          {source.title && (
            <p>
              {source.url ? (
                <SourceLink url={source.url}>
                  <InLanguage text={source.title} language={source.language} />
                </SourceLink>
              ) : (
                <cite>
                  <InLanguage text={source.title} language={source.language} />
                </cite>
              )}
            </p>
          )}
          <p className="source">
            <RestingLink source={source} />
          </p>
          <dl className="facts">
            <dt>{t('ledger.states')}</dt>
            <dd>
              {numbers.length === 0 ? (
                <span className="quiet">{t('ledger.statesNothing')}</span>
              ) : (
                <ul className="plain-list">
                  {numbers.map(({ kind, number, quote }) => (
                    <li key={`${kind} ${number} ${quote}`}>
                      {t(`ledger.number.${kind}`, { number })}
                      {quote && (
                        <>
                          {' '}
                          <ExactQuote quote={quote} language={source.language}>
                            <WithinLanguage text={quote} language={source.language} />
                          </ExactQuote>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </dd>
            {(['fields', 'projects', 'documents'] as const).map(
              (kind) =>
                named[kind].length > 0 && (
                  <Named key={kind} label={t(`ledger.names.${kind}`)} entries={named[kind]} />
                ),
            )}
          </dl>
        </li>
      ))}
    </ol>
  )
}

async function Named({ label, entries }: { label: string; entries: readonly LedgerEntry[] }) {
  const t = await getTranslations('conferences')
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <details>
          <summary>{t('ledger.count', { count: entries.length })}</summary>
          <ul className="plain-list">
            {entries.map((entry) => (
              <li key={entry.reference}>
                <EntryLink entry={entry} />
              </li>
            ))}
          </ul>
        </details>
      </dd>
    </>
  )
}

/** Something the ledger names, and its page where it has one. */
export async function EntryLink({ entry }: { entry: LedgerEntry }) {
  const language = await getLocale()
  const { kind, reference, title } = entry
  const page = subjectPage(kind, reference)
  if (!page) return <Words text={title} />
  return (
    <>
      <a href={hrefTo(language, page)}>
        {kind !== 'conference' && <span className="reference">{reference} </span>}
        <Words text={title} />
      </a>
      {kind !== 'field' && <DescriptiveMark text={title} />}
    </>
  )
}
