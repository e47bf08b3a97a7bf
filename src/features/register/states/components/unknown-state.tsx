import { getTranslations } from 'next-intl/server'

/** In place of a state, where none is known for the day that the page tells of. */
export async function UnknownState() {
  const t = await getTranslations('standing')
  return <span className="quiet">{t('unknown')}</span>
}

/**
 * How many of the items counted beside it have no status known for the day, and how many of these are slots.
 * Draws nothing for none.
 */
export async function UnknownCount({ count, slots }: { count: number; slots: number }) {
  const t = await getTranslations('standing')
  if (count <= 0) return null
  return <p className="quiet">{t('unknownCount', { count, slots })}</p>
}
