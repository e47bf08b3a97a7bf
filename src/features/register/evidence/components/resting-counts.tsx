import { getTranslations } from 'next-intl/server'
import { countedKinds, isCited, type ListedSource } from '../model'

/** How many subjects of each kind rest on a source, those of which there are none left out; or that nothing does. */
export async function RestingCounts({ source }: { source: ListedSource }) {
  const t = await getTranslations('sources')
  if (!isCited(source)) return <span>{t('cited.no')}</span>
  const counts = countedKinds.flatMap((kind) => {
    const count = source.restingCounts[kind]
    return count > 0 ? [t(`counts.${kind}`, { count })] : []
  })
  return (
    <span>
      {t('restsOn')} {counts.join(' · ')}
    </span>
  )
}
