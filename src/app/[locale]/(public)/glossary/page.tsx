import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { DownloadLine } from '@/features/outlets/downloads/components/download-line'
import { listTerms } from '@/features/register/glossary/queries'
import { headRevision } from '@/features/register/log/queries/revisions'
import { languages, languageTags } from '@/i18n/language'
import { pageMetadata } from '@/i18n/page-metadata'
import { atItsMoment, describedAtItsMoment } from '../at-its-moment'

const registerWords = ['announced', 'itemised', 'slot', 'counted', 'origin', 'revision'] as const

type Props = { searchParams: Promise<{ at?: string | string[] }> }

export const generateMetadata = describedAtItsMoment(async (): Promise<Metadata> => {
  const [language, t] = [await getLocale(), await getTranslations('glossary')]
  return pageMetadata({
    language,
    here: '/glossary',
    title: t('title'),
    description: t('description'),
  })
})

export default atItsMoment(async function GlossaryPage({ searchParams }: Props) {
  const t = await getTranslations('glossary')
  const [terms, head] = [await listTerms(), await headRevision()]
  return (
    <PublicPage here="/glossary" revisedOn={head?.recordedAt ?? null} trail={[]}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('description')}</p>
      <h2 id="terms">{t('terms')}</h2>
      {/* Wider than a small screen, so a keyboard must be able to scroll it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes focus */}
      <section className="scroll" aria-labelledby="terms" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {languages.map((language) => (
                <th key={language} scope="col">
                  {t(`languages.${language}`)}
                </th>
              ))}
              <th scope="col">{t('also')}</th>
            </tr>
          </thead>
          <tbody>
            {terms.map(({ slug, name, also }) => (
              <tr key={slug} id={slug}>
                {languages.map((language) => (
                  <td key={language} lang={languageTags[language]}>
                    {name[language]?.body ?? '—'}
                  </td>
                ))}
                <td>{also.length > 0 ? also.join(t('separator')) : '—'}</td>
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
      <DownloadLine of="list" table="glossary" at={(await searchParams).at} />
    </PublicPage>
  )
})
