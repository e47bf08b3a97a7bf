import { getLocale, getTranslations } from 'next-intl/server'
import { Separator } from '@/components/site/aside'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import { ConfirmedBy } from '@/features/register/states/components/confirmations'
import { StateMark } from '@/features/register/states/components/state-mark'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { DescriptiveMark } from '@/features/register/texts/components/title'
import { hrefTo } from '@/i18n/navigation'
import type { DocumentItem } from '../model'

/** Documents as a list: title, reference, kind and parties; state and day of signing beside. */
export async function DocumentRows({ items }: { items: readonly DocumentItem[] }) {
  const language = await getLocale()
  return (
    <ul className="rows">
      {items.map((item) => (
        <li key={item.reference} className="row">
          <div>
            <p className="row-title">
              <a href={hrefTo(language, subjectPage('document', item.reference))}>
                <DocumentTitle document={item} />
              </a>
              <DescriptiveMark text={item.title} />
            </p>
            <KindAndParties item={item} />
          </div>
          <div className="row-facts">
            <StateMark state={item.state} />
            <Separator />
            <ConfirmedBy item={item} />
            {item.signedOn && (
              <>
                <Separator />
                <DateText date={item.signedOn} />
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

async function KindAndParties({ item }: { item: DocumentItem }) {
  const t = await getTranslations('documents')
  return (
    <p className="quiet">
      <span className="reference">{item.reference}</span>
      {item.kind && <> · {t(`kinds.${item.kind}`)}</>}
      {item.parties.map((party) => (
        <span key={party.slug}>
          {' '}
          · <Words text={party.name} />
        </span>
      ))}
    </p>
  )
}

/** The title, or what a slot is called. */
export async function DocumentTitle({
  document,
}: {
  document: Pick<DocumentItem, 'title' | 'itemised' | 'reference'>
}) {
  const t = await getTranslations('documents')
  return document.itemised ? (
    <Words text={document.title} />
  ) : (
    t('slotTitle', { reference: document.reference })
  )
}
