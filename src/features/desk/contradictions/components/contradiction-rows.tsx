import { getLocale, getTranslations } from 'next-intl/server'
import { editorPage, itemPage } from '@/features/desk/frame/model'
import { hrefTo } from '@/i18n/navigation'
import type { Contradiction } from '../model'

/** Contradictions as work: each leads to where it is mended, and says what to do. */
export async function ContradictionRows({
  contradictions,
}: {
  contradictions: readonly Contradiction[]
}) {
  const [language, t] = [await getLocale(), await getTranslations('desk.contradictions')]
  return (
    <ul className="rows">
      {contradictions.map((one) => (
        <li key={`${one.code} ${one.reference} ${one.detail}`} className="row">
          <p>
            <a href={hrefTo(language, placeToMend(one))} className="reference">
              {one.reference}
            </a>{' '}
            {t(one.code, { detail: one.detail })}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** States are mended by a statement, everything else in the editor. */
function placeToMend({ code, kind, reference }: Contradiction) {
  const isOfState = code !== 'no_place' && code !== 'quote_not_found'
  return isOfState ? itemPage(reference) : editorPage(kind, reference)
}
