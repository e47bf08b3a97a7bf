import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '@/components/site/words'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { DescriptiveMark } from '@/features/register/texts/components/title'
import { hrefTo } from '@/i18n/navigation'
import type { ShownDevelopment } from '../model'

/** The projects and fields that a development is tied to, each a link; a sentence where there is none. */
export async function Concerns({
  development: { projects, fields },
}: {
  development: Pick<ShownDevelopment, 'projects' | 'fields'>
}) {
  const [language, t] = [await getLocale(), await getTranslations('developments')]
  if (projects.length + fields.length === 0) return <p className="quiet">{t('concernsNone')}</p>
  return (
    <ul>
      {projects.map(({ reference, title }) => (
        <li key={reference}>
          <a href={hrefTo(language, subjectPage('project', reference))}>
            {reference} <Words text={title} />
          </a>
          <DescriptiveMark text={title} />
        </li>
      ))}
      {fields.map(({ reference, name }) => (
        <li key={reference}>
          <a href={hrefTo(language, subjectPage('field', reference))}>
            {t('field')} {reference} <Words text={name} />
          </a>
        </li>
      ))}
    </ul>
  )
}
