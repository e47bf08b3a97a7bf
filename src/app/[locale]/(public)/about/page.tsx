import { getLocale, getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { PublicPage } from '@/components/site/public-page'
import { Paragraphs } from '@/components/site/words'
import { listCities } from '@/features/register/cities/queries'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { StateMark } from '@/features/register/states/components/state-mark'
import { assertionsOf } from '@/features/register/states/model/statements'
import { statesOf } from '@/features/register/states/model/states'
import { assertionOfSides, stateWords } from '@/features/register/states/wording'
import { licenceText } from '@/i18n/licence'
import { hrefTo } from '@/i18n/navigation'
import { describedBy } from '@/i18n/page-metadata'
import { environment } from '@/server/environment'

/** The sections that are words alone, before and after the states. */
const before = ['independence', 'method', 'reckoning'] as const
const after = ['languages', 'history', 'accessibility', 'privacy', 'reuse'] as const

export const generateMetadata = describedBy('about', '/about')

export default async function AboutPage() {
  const [language, t] = [await getLocale(), await getTranslations('about')]
  const confirmation = await getTranslations('progress.confirmation')
  const { CONTACT_EMAIL } = environment()
  const cities = await listCities()
  return (
    <PublicPage here="/about" revisedOn={await lastRevisedAt()} trail={[]}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('description')}</p>
      <nav aria-label={t('onThisPage')}>
        <ul>
          {[
            ...before,
            'states' as const,
            'assertions' as const,
            ...after,
            ...(CONTACT_EMAIL ? (['contact'] as const) : []),
          ].map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{t(`headings.${section}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {before.map((section) => (
        <WordsOf key={section} section={section} />
      ))}
      <section aria-labelledby="states">
        <h2 id="states">{t('headings.states')}</h2>
        <p>{t('statesLead')}</p>
        {(['project', 'document'] as const).map((kind) => (
          <Fragment key={kind}>
            <h3>{t(`${kind}States`)}</h3>
            <dl className="facts">
              {statesOf(kind).map((state) => (
                <div key={state} style={{ display: 'contents' }}>
                  <dt>
                    <StateMark state={state} />
                  </dt>
                  <dd>{stateWords(kind, state, language).definition}</dd>
                </div>
              ))}
            </dl>
          </Fragment>
        ))}
      </section>
      <section aria-labelledby="assertions">
        <h2 id="assertions">{t('headings.assertions')}</h2>
        <p>{t('assertionsLead')}</p>
        <ul>
          {assertionsOf(cities).map((who) => (
            <li key={who}>{assertionOfSides(who, language, cities)}</li>
          ))}
        </ul>
        <p>{confirmation('meaning')}</p>
      </section>
      {after.map((section) => (
        <WordsOf key={section} section={section} />
      ))}
      {CONTACT_EMAIL && (
        <section aria-labelledby="contact">
          <h2 id="contact">{t('headings.contact')}</h2>
          <p>
            {t('contactAt')} <a href={`mailto:${CONTACT_EMAIL}`}>{CONTACT_EMAIL}</a>
          </p>
          <p>{t('contactBarriers')}</p>
        </section>
      )}
    </PublicPage>
  )
}

async function WordsOf({ section }: { section: (typeof before)[number] | (typeof after)[number] }) {
  const [language, t] = [await getLocale(), await getTranslations('about')]
  return (
    <section aria-labelledby={section}>
      <h2 id={section}>{t(`headings.${section}`)}</h2>
      <Paragraphs text={t(`sections.${section}`)} />
      {section === 'method' && (
        <p>
          <a href={hrefTo(language, '/sources')}>{t('sources')}</a>
        </p>
      )}
      {section === 'reuse' && (
        <>
          <p>{licenceText(language)}</p>
          <p>
            <a href={hrefTo(language, '/developers')}>{t('developers')}</a>
          </p>
        </>
      )}
    </section>
  )
}
