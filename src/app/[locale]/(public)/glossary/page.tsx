import { getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { InLanguage, NameInLanguage } from '@/components/site/in-language'
import { PublicPage } from '@/components/site/public-page'
import { TableHead } from '@/components/site/table-head'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { listTerms } from '@/features/register/glossary/queries'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { languages } from '@/i18n/language'
import { describedBy } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

const registerWords = ['announced', 'itemised', 'slot', 'counted', 'origin', 'revision'] as const

export const generateMetadata = describedAtItsMoment(describedBy('glossary', '/glossary'))

export default atItsMoment(async function GlossaryPage({ at }) {
  const t = await getTranslations('glossary')
  const terms = await listTerms()
  return (
    <PublicPage here="/glossary" revisedOn={await lastRevisedAt()} trail={[]}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('description')}</p>
      <h2 id="terms">{t('terms')}</h2>
      {/* Wider than a small screen, so a keyboard must be able to scroll it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes focus */}
      <section className="scroll" aria-labelledby="terms" tabIndex={0}>
        <table>
          <TableHead
            columns={[...languages.map((language) => t(`languages.${language}`)), t('also')]}
          />
          <tbody>
            {terms.map(({ slug, name, also }) => (
              <tr key={slug} id={slug}>
                {languages.map((language) => (
                  <td key={language}>
                    <InLanguage text={name[language]?.body ?? '—'} language={language} />
                  </td>
                ))}
                <td>
                  {also.map((one, index) => (
                    <Fragment key={one}>
                      {index > 0 && t('separator')}
                      <NameInLanguage name={one} />
                    </Fragment>
                  ))}
                  {also.length === 0 && '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h2 id="register">{t('registerWords')}</h2>
      <dl className="facts">
        {registerWords.map((word) => (
          <div key={word} style={{ display: 'contents' }}>
            <dt>{t(`words.${word}.label`)}</dt>
            <dd>{t(`words.${word}.meaning`)}</dd>
          </div>
        ))}
      </dl>
      <DownloadLine of="list" table="glossary" at={at} />
    </PublicPage>
  )
})
