import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '../../../../../../../components/public-page'
import { revisionPage } from '../../../../../../../features/citing/citable'
import { CiteBox } from '../../../../../../../features/citing/components/cite-box'
import { RevisionOfRecord } from '../../../../../../../features/revisions/components/revision-record'
import { revisionNumber } from '../../../../../../../features/revisions/input'
import { findRevision } from '../../../../../../../features/revisions/queries'
import { pickText } from '../../../../../../../i18n/localized-text'
import { type Href, hrefTo } from '../../../../../../../i18n/navigation'
import { pageMetadata } from '../../../../../../../i18n/page-metadata'

type Props = { params: Promise<{ reference: string; revision: string }> }

/** The revision that the address names, and what the item was called then; null where there is none. */
async function read({ params }: Props) {
  const { reference, revision } = await params
  const number = revisionNumber.safeParse(revision)
  if (!number.success) return null
  const record = await findRevision({ kind: 'document', reference }, number.data)
  if (!record) return null
  const [language, t] = [await getLocale(), await getTranslations('documents')]
  const title =
    pickText(record.snapshot.texts.title, language)?.body ?? t('slotTitle', { reference })
  return { record, title, here: revisionPage('document', reference, number.data) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await read(props)
  if (!found) return {}
  const [language, t] = [await getLocale(), await getTranslations('revisions.record')]
  const { reference, revision } = found.record.revision
  return pageMetadata({
    language,
    here: found.here,
    title: t('title', { title: found.title, reference, number: String(revision) }),
    description: t('permanent'),
  })
}

export default async function DocumentRevisionPage(props: Props) {
  const found = await read(props)
  if (!found) notFound()
  const { record, title, here } = found
  const { reference, revision, recordedAt } = record.revision
  const [language, t] = [await getLocale(), await getTranslations('documents')]
  const words = await getTranslations('revisions.record')
  const item: Href = { pathname: '/documents/[reference]', params: { reference } }
  return (
    <PublicPage
      here={here}
      revisedOn={recordedAt}
      trail={[
        { label: t('title'), href: hrefTo(language, '/documents') },
        { label: title, href: hrefTo(language, item) },
      ]}
    >
      <p className="eyebrow reference">{reference}</p>
      <h1>{words('title', { title, reference, number: String(revision) })}</h1>
      <RevisionOfRecord
        record={record}
        item={item}
        history={{ pathname: '/documents/[reference]/history', params: { reference } }}
        pageOf={(number) => revisionPage('document', reference, number)}
      />
      <CiteBox kind="document" record={record} />
    </PublicPage>
  )
}
