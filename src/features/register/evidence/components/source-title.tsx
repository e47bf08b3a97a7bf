import { getTranslations } from 'next-intl/server'
import { InLanguage } from '@/components/site/in-language'
import type { ShownSource } from '@/features/register/sources/model'

/** A source's own title in its own script; where none is recorded, words that say so. */
export async function SourceTitle({ source }: { source: Pick<ShownSource, 'title' | 'language'> }) {
  const t = await getTranslations('sources')
  if (source.title === null) return t('untitled')
  return <InLanguage text={source.title} language={source.language} />
}
