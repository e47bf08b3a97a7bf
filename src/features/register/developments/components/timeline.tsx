import { getLocale, getTranslations } from 'next-intl/server'
import { Separator, Unseen } from '@/components/site/aside'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import { Citations } from '@/features/register/sources/components/citations'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import type { ShownDevelopment } from '../model'
import { Concerns } from './concerns'

/**
 * Developments as a dated list, in the order given: of what kind, what happened, whether the source itself makes
 * the link with the conference, what it bears on, and the sources. A sentence when there is none.
 */
export async function Timeline({ developments }: { developments: readonly ShownDevelopment[] }) {
  const t = await getTranslations('developments')
  if (developments.length === 0) return <p>{t('none')}</p>
  return (
    <>
      <p className="quiet">{t('whoWrites')}</p>
      <ol className="rows">
        {developments.map((development) => (
          <Entry key={development.slug} development={development} />
        ))}
      </ol>
    </>
  )
}

async function Entry({ development }: { development: ShownDevelopment }) {
  const t = await getTranslations('developments')
  const language = await getLocale()
  return (
    <li>
      <a href={hrefTo(language, subjectPage('development', development.slug))}>
        <DateText date={development.date} /> <span className="reference">{development.slug}</span>
      </a>
      <Separator />{' '}
      <span className="quiet">
        {development.kind ? t(`kinds.${development.kind}`) : t('kindNotStated')}
      </span>
      <p>
        <Words text={development.summary} />
      </p>
      {Object.keys(development.note).length > 0 && (
        <p className="quiet">
          {t('note')}
          <Words text={development.note} />
        </p>
      )}
      <p className="quiet">
        {t(development.namesTheConference ? 'namesTheConference' : 'linkedByTheRegister')}
      </p>
      {development.projects.length + development.fields.length > 0 && (
        <div className="bears-on">
          {t('bearsOn')}
          <Concerns development={development} />
        </div>
      )}
      <details>
        <summary>
          {t('sources', { count: development.citations.length })}
          <Unseen>
            <DateText date={development.date} /> {development.slug}
          </Unseen>
        </summary>
        <Citations citations={development.citations} />
      </details>
    </li>
  )
}
