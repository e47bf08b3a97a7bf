import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '../../../../../../components/words'
import { DeskPage } from '../../../../../../features/officers/components/desk-page'
import { mayUpdate } from '../../../../../../features/officers/policy'
import { requireOfficer } from '../../../../../../features/officers/session'
import { ConfirmationPanel } from '../../../../../../features/progress/components/confirmation-panel'
import { StateMark } from '../../../../../../features/progress/components/state-mark'
import { UpdateForm } from '../../../../../../features/progress/components/update-form'
import { findItemForUpdate, listSourceChoices } from '../../../../../../features/progress/queries'
import { hrefTo } from '../../../../../../i18n/navigation'
import { hongKongDay, now } from '../../../../../../server/clock'

type Props = {
  params: Promise<{ reference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function UpdatePage({ params, searchParams }: Props) {
  const [{ reference }, { saved, as }] = [await params, await searchParams]
  const [language, t] = [await getLocale(), await getTranslations('desk')]
  const here = { pathname: '/desk/items/[reference]', params: { reference } } as const
  const officer = await requireOfficer(language, hrefTo(language, here))
  const item = await findItemForUpdate(reference)
  if (!item) notFound()
  if (!mayUpdate(officer, item)) forbidden()
  const today = hongKongDay(now())
  const publicPage =
    item.kind === 'project'
      ? ('/projects/[reference]' as const)
      : ('/documents/[reference]' as const)
  return (
    <DeskPage here={here} officer={officer}>
      <p>
        <a href={hrefTo(language, '/desk')}>{t('back')}</a>
      </p>
      <h1>
        {reference} <Words text={item.title} />
      </h1>
      {saved === 'submitted' && (
        <p className="desk-notice" role="status">
          {t('saved.submitted')}
        </p>
      )}
      <p>
        {t('liveState')} <StateMark state={item.live.state} /> {item.live.asOf}{' '}
        <a href={hrefTo(language, { pathname: publicPage, params: { reference } })}>
          {t('publicPage')}
        </a>
      </p>
      <ConfirmationPanel item={item} officer={officer} saved={saved} />
      <UpdateForm
        // A new form after each save. Not by the live version: when another officer has saved, what was
        // typed here must outlast it.
        key={String(as ?? '')}
        kind={item.kind}
        initial={{
          reference,
          version: String(item.live.version),
          state: item.live.state,
          asOf: today,
          assertedBy: officer.side === 'HK' ? 'hk_side' : 'sh_side',
        }}
        today={today}
        conferenceDay={item.conferenceDay}
        sources={await listSourceChoices()}
      />
    </DeskPage>
  )
}
