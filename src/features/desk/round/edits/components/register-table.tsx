import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { TableHead } from '@/components/site/table-head'
import { Words } from '@/components/site/words'
import { editorPage } from '@/features/desk/frame/model'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import type { RegisterEntry } from '../queries/list-register'

/** The subjects of the register, each with the way to its editor as far as it is offered to the officer. */
export async function RegisterTable({
  entries,
  caption,
}: {
  entries: readonly RegisterEntry[]
  caption: string
}) {
  const t = await getTranslations('edits.register')
  return (
    <div className="desk-table register-table">
      <table>
        <caption>{caption}</caption>
        <TableHead columns={[t('columns.reference'), t('columns.name'), t('columns.do')]} />
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.kind} ${entry.reference}`}>
              <th scope="row">
                <Reference entry={entry} />
              </th>
              <td>
                <Name entry={entry} />
                {entry.hasDraft && <small className="register-mark">{t('draft')}</small>}
                {entry.isUnderway && <small className="register-mark">{t('underway')}</small>}
              </td>
              <td>
                <EditLink entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

async function Reference({ entry: { kind, reference } }: { entry: RegisterEntry }) {
  const page = subjectPage(kind, reference)
  if (!page) return reference
  return <a href={hrefTo(await getLocale(), page)}>{reference}</a>
}

async function Name({ entry: { title, source, isSlot } }: { entry: RegisterEntry }) {
  const t = await getTranslations('edits.register')
  if (isSlot) return <span className="quiet">{t('slot')}</span>
  if (!source) return <Words text={title} />
  return (
    <>
      {source.publisher}
      {source.publishedOn && (
        <>
          {' · '}
          <DateText date={source.publishedOn} />
        </>
      )}
      {source.title && ` · ${source.title}`}
    </>
  )
}

async function EditLink({ entry: { kind, reference, isSlot, mayEdit } }: { entry: RegisterEntry }) {
  const [language, t] = [await getLocale(), await getTranslations('edits.register')]
  if (!mayEdit) return <span className="quiet">{t('readOnly')}</span>
  const address = hrefTo(language, {
    ...editorPage(kind, reference),
    query: isSlot ? { itemise: '1' } : {},
  })
  return (
    <a href={address} aria-label={t(isSlot ? 'itemiseOf' : 'editOf', { reference })}>
      {t(isSlot ? 'itemise' : 'edit')}
    </a>
  )
}
