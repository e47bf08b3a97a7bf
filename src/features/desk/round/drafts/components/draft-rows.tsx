import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '@/components/site/words'
import { discardPage, formPage } from '@/features/desk/frame/model'
import { formatDay, formatTime } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import type { ListedDraft } from '../queries'

/** The officer's own drafts: each leads back to its form, or to where it is thrown away. */
export async function DraftRows({ drafts }: { drafts: readonly ListedDraft[] }) {
  const [language, t] = [await getLocale(), await getTranslations('desk.rows')]
  const words = await getTranslations('drafts')
  const desk = hrefTo(language, '/desk')
  return (
    <ul className="desk-rows">
      {drafts.map((draft) => {
        const page = formPage(draft.form, draft.subjectKind, draft.reference)
        const name = (
          <>
            <span className="reference">{draft.reference ?? t('unnamed')}</span>{' '}
            <Words text={draft.title} />
          </>
        )
        return (
          <li key={draft.key} data-row>
            <p className="desk-row-title">
              {page ? (
                <a href={hrefTo(language, page)} data-open data-update>
                  {name}
                </a>
              ) : (
                name
              )}
            </p>
            <p className="desk-row-facts">
              {isKind(draft.form) && <span>{t(`kinds.${draft.form}`)}</span>}
              <span>
                {t('savedAt')} {formatDay(draft.updatedAt, language)} {formatTime(draft.updatedAt)}
              </span>
            </p>
            <p className="desk-row-acts">
              {page && (
                <a href={hrefTo(language, page)} className="desk-button-quiet">
                  {t('continue')}
                </a>
              )}
              <a
                href={hrefTo(language, discardPage(draft.key, desk))}
                className="desk-button-slight"
              >
                {words('discard')}
              </a>
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function isKind(form: string): form is 'statement' | 'view' | 'edit' {
  return form === 'statement' || form === 'view' || form === 'edit'
}
