import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Language, languages, languageTags } from '@/i18n/language'
import type { GlossaryFinding, GlossaryNotes as Notes } from '../model/notes'

/**
 * What the glossary says of a passage, in words: where a text departs from the approved renderings, and the
 * renderings of the terms that its original holds. Draws nothing where it says nothing. Serves on the server
 * and in the browser.
 */
export function GlossaryNotes({ notes: { original, terms, findings } }: { notes: Notes }) {
  const t = useTranslations('glossary.notes')
  if (terms.length === 0) return null
  const inOrder = [
    ...findings.filter(({ weight }) => weight === 'warning'),
    ...findings.filter(({ weight }) => weight === 'note'),
  ]
  return (
    <div className="glossary-notes">
      <p className="visually-hidden">{t('heading')}</p>
      {inOrder.length > 0 && (
        <ul className="glossary-findings">
          {inOrder.map((finding) => (
            <li
              key={`${finding.slug} ${finding.language}`}
              className={`glossary-${finding.weight}`}
            >
              <strong>{t(finding.weight)}</strong> <Finding finding={finding} original={original} />
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('terms', { count: terms.length })}</summary>
        <ul className="glossary-terms">
          {terms.map(({ slug, name }) => (
            <li key={slug}>
              {languages
                .filter((language) => name[language])
                .map((language, index) => (
                  <span key={language}>
                    {index > 0 && ' · '}
                    <span lang={languageTags[language]}>{name[language]}</span>
                  </span>
                ))}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function Finding({ finding, original }: { finding: GlossaryFinding; original: Language | null }) {
  const t = useTranslations('glossary.notes')
  const { weight, language, inOriginal, expected, used } = finding
  const inLanguage = (of: Language) => (chunks: ReactNode) => (
    <b lang={languageTags[of]}>{chunks}</b>
  )
  const values = {
    language: t(`languages.${language}`),
    term: inOriginal,
    expected,
    used: used ?? '',
    its: inLanguage(language),
    original: inLanguage(original ?? language),
  }
  if (weight === 'warning') return t.rich(used ? 'synonym' : 'departs', values)
  return t.rich(used ? 'kept' : 'keptWithout', values)
}
