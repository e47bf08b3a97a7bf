import { getTranslations } from 'next-intl/server'

type Props = {
  of: 'projects' | 'documents'
  count: number
  /** Whether the count is that of the whole list: they do belong to it then, and have no entry of their own. */
  ofAll?: boolean
}

/**
 * Under a count: how many announced items could belong to it as well, because nobody knows what they are. Nothing
 * where there is none.
 */
export async function NotItemised({ of, count, ofAll = false }: Props) {
  const t = await getTranslations('texts')
  return count === 0 ? null : (
    <p className="quiet not-itemised">
      {t(`${ofAll ? 'withoutEntry' : 'mayBelong'}.${of}`, { count })}
    </p>
  )
}
