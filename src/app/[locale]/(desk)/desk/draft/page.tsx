import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { HiddenFields } from '@/components/forms/hidden-fields'
import { Words } from '@/components/site/words'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { discardPage } from '@/features/desk/frame/model'
import { requireOfficer } from '@/features/desk/officers/session'
import { discardDraftAction } from '@/features/desk/round/drafts/actions'
import { deskPath } from '@/features/desk/round/drafts/model'
import { findListedDraft } from '@/features/desk/round/drafts/queries'
import { formatDay, formatTime } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DiscardDraftPage({ searchParams }: Props) {
  const query = await searchParams
  const [language, t, rows] = [
    await getLocale(),
    await getTranslations('drafts'),
    await getTranslations('desk.rows'),
  ]
  const key = typeof query.key === 'string' ? query.key : ''
  const back = deskPath(query.back) ?? hrefTo(language, '/desk')
  const here = discardPage(key, back)
  const officer = await requireOfficer(language, hrefTo(language, here))
  const draft = await findListedDraft(officer, key)
  if (!draft) redirect(back)
  const { reference, title, updatedAt, version } = draft
  return (
    <DeskPage here={here} officer={officer}>
      <h1>{t('askDiscard')}</h1>
      <h2 className="desk-item-title">
        <span className="reference">{reference ?? rows('unnamed')}</span> <Words text={title} />
      </h2>
      <form action={discardDraftAction} className="desk-form">
        <HiddenFields values={{ key, version, back }} />
        <p>
          {t('discardFinal', { day: formatDay(updatedAt, language), time: formatTime(updatedAt) })}
        </p>
        <div className="desk-actions">
          <button type="submit" className="button">
            {t('yesDiscard')}
          </button>
          <a href={back}>{t('notDiscard')}</a>
        </div>
      </form>
    </DeskPage>
  )
}
