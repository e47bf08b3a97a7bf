import { getTranslations } from 'next-intl/server'
import { Citations } from '@/features/register/sources/components/citations'
import type { ShownProject } from '../model'

/** Of a project that was announced and not itemised: what is known, what is not, and what its reference is good for. */
export async function SlotFacts({ project }: { project: ShownProject }) {
  const t = await getTranslations('projects.slotPage')
  const { announced, citations } = project.conference
  return (
    <>
      <section>
        <h2>{t('known')}</h2>
        {announced !== null && <p>{t('announced', { number: String(announced) })}</p>}
        {citations.length > 0 && (
          <>
            <p>{t('announcedBy')}</p>
            <Citations citations={citations} />
          </>
        )}
      </section>
      <section>
        <h2>{t('unknown')}</h2>
        <p>{t('unknownText')}</p>
        <p>{t('mapping')}</p>
        <p>{t('keeps', { reference: project.reference })}</p>
      </section>
    </>
  )
}
