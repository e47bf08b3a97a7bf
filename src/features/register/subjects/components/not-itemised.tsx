import { getTranslations } from 'next-intl/server'

/**
 * Under a count: how many announced items could belong to it as well, because nobody knows what they are. Nothing
 * where there is none.
 */
export async function NotItemised({ of, count }: { of: 'projects' | 'documents'; count: number }) {
  const t = await getTranslations('texts')
  return count === 0 ? null : (
    <p className="quiet not-itemised">{t(`mayBelong.${of}`, { count })}</p>
  )
}
