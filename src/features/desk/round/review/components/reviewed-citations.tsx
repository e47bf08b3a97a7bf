import { getTranslations } from 'next-intl/server'
import { Citations } from '@/features/register/sources/components/citations'
import type { ReviewedCitation } from '../queries/read-citations'

/** What a submission rests on: what it brings first, a source that the register does not hold yet marked; what stands already folded away. */
export async function ReviewedCitations({ citations }: { citations: readonly ReviewedCitation[] }) {
  const t = await getTranslations('submissions.sources')
  const added = citations.filter(({ isAdded }) => isAdded)
  const held = citations.filter(({ isAdded }) => !isAdded)
  return (
    <>
      {added.length === 0 && <p className="quiet">{t('none')}</p>}
      {added.map((citation, index) => (
        // Two citations may be alike and belong to different places; their order is all that tells them apart.
        <div key={`${citation.place} ${index.toString()}`} className="reviewed-citation">
          <p>
            {citation.isNewSource ? (
              <strong className="desk-tag">{t('newSource')}</strong>
            ) : (
              <span className="desk-tag">{t('heldSource')}</span>
            )}
          </p>
          <Citations citations={[citation]} isProposed={citation.isNewSource} />
        </div>
      ))}
      {held.length > 0 && (
        <details>
          <summary>{t('unchanged', { count: held.length })}</summary>
          <Citations citations={held} />
        </details>
      )}
    </>
  )
}
