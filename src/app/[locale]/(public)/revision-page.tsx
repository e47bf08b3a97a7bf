import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { PublicPage } from '@/components/site/public-page'
import { CiteBox } from '@/features/outlets/citations/components/cite-box'
import { RevisionOfRecord } from '@/features/register/history/components/revision-record'
import { revisionNumber } from '@/features/register/history/input'
import { readWords } from '@/features/register/history/queries/named'
import { findRevision } from '@/features/register/log/queries/revisions'
import { revisionPage, subjectPage } from '@/features/register/subjects/model/pages'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { pageMetadata } from '@/i18n/page-metadata'

type Kind = 'project' | 'document'
export type RevisionProps = { params: Promise<{ reference: string; revision: string }> }

/** What the page of a revision says of itself. */
export async function describeRevision(kind: Kind, { params }: RevisionProps): Promise<Metadata> {
  const { reference, revision } = await params
  const found = await readRecord(kind, reference, revision)
  if (!found) return {}
  const [language, t] = [await getLocale(), await getTranslations('revisions.record')]
  return pageMetadata({
    language,
    here: revisionPage(kind, reference, found.number),
    title: t('title', { title: found.title, reference, number: String(found.number) }),
    description: t('permanent'),
  })
}

/** The permanent page of one revision of an item. */
export async function RevisionPage({ kind, params }: RevisionProps & { kind: Kind }) {
  const { reference, revision } = await params
  const found = await readRecord(kind, reference, revision)
  if (!found) notFound()
  const { record, title, number } = found
  const [language, t] = [await getLocale(), await getTranslations(`${kind}s`)]
  const words = await getTranslations('revisions.record')
  const names = await readWords([record.revision, record.snapshot])
  return (
    <PublicPage
      here={revisionPage(kind, reference, number)}
      revisedOn={record.revision.recordedAt}
      trail={[
        { label: t('title'), href: hrefTo(language, `/${kind}s`) },
        { label: title, href: hrefTo(language, subjectPage(kind, reference)) },
      ]}
    >
      <p className="eyebrow reference">{reference}</p>
      <h1>{words('title', { title, reference, number: String(number) })}</h1>
      <RevisionOfRecord record={record} names={names} kind={kind} />
      <CiteBox kind={kind} record={record} />
    </PublicPage>
  )
}

/**
 * The revision that an address names, and what the item was called then; null where there is none.
 * Read once for a page and what it says of itself.
 */
const readRecord = cache(async (kind: Kind, reference: string, revision: string) => {
  const number = revisionNumber.safeParse(revision)
  if (!number.success) return null
  const record = await findRevision({ kind, reference }, number.data)
  if (!record) return null
  const language = await getLocale()
  const unnamed =
    kind === 'project'
      ? (await getTranslations('projects'))('slot', { reference })
      : (await getTranslations('documents'))('slotTitle', { reference })
  const title = pickText(record.snapshot.texts.title, language)?.body ?? unnamed
  return { record, title, number: number.data }
})
