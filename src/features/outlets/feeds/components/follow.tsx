import { getLocale, getTranslations } from 'next-intl/server'
import { feedLinks } from '../model/addresses'
import type { FeedScope } from '../model/feed'

/** Where a page’s changes are followed, in both formats. */
export async function Follow({ scope }: { scope: FeedScope }) {
  const [language, t] = [await getLocale(), await getTranslations('feeds')]
  const { atom, json } = feedLinks(language, scope)
  return (
    <p className="follow">
      <a className="standing" href={atom} type="application/atom+xml">
        {t('follow')}
      </a>{' '}
      <a className="standing quiet" href={json} type="application/feed+json">
        {t('followJson')}
      </a>
    </p>
  )
}
