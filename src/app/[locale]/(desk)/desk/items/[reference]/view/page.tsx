import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '@/components/site/words'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { itemPage, viewPage } from '@/features/desk/frame/model'
import { mayConfirm } from '@/features/desk/officers/policy'
import { requireOfficer } from '@/features/desk/officers/session'
import { ViewForm } from '@/features/desk/round/statements/components/view-form'
import { storedView, viewToForm } from '@/features/desk/round/statements/input/statement'
import { openStated } from '@/features/desk/round/statements/queries/open-stated'
import { findSubmission } from '@/features/desk/round/submissions/queries/list-submissions'
import { cityName } from '@/features/register/cities/model'
import { listSourceChoices } from '@/features/register/sources/queries'
import { Statement } from '@/features/register/states/components/statement'
import { hrefTo } from '@/i18n/navigation'

type Props = {
  params: Promise<{ reference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ViewPage({ params, searchParams }: Props) {
  const [{ reference }, { again }] = [await params, await searchParams]
  const [language, t] = [await getLocale(), await getTranslations('progress.viewForm')]
  const here = viewPage(reference)
  const officer = await requireOfficer(language, hrefTo(language, here))
  const opened = await openStated(officer, reference, mayConfirm)
  if (!opened) notFound()
  if (opened === 'forbidden') forbidden()
  const { live } = opened
  const { kind, title } = opened.item
  // A returned view of one's own is taken up as it was typed.
  const returned = typeof again === 'string' ? await findSubmission(again) : null
  const isOwn = returned?.author.id === officer.id && returned.reference === reference
  const stored = storedView.safeParse(isOwn ? returned.content : null)
  return (
    <DeskPage here={here} officer={officer}>
      <p className="desk-trail">
        <a href={hrefTo(language, itemPage(reference))}>{t('back')}</a>
      </p>
      <h1>
        {t('title')} {reference} <Words text={title} />
      </h1>
      <p>{t('meaning')}</p>
      {isOwn && returned.returnReason && <blockquote>{returned.returnReason}</blockquote>}
      <h2>{t('published')}</h2>
      <Statement kind={kind} state={live.state} statement={live} />
      <h2>{t('own', { city: cityName(officer.city, language) })}</h2>
      <ViewForm
        initial={{
          ...(stored.success ? viewToForm(stored.data.view) : {}),
          reference,
          statementId: live.statementId,
          version: String(live.version),
          replaces: isOwn ? returned.id : '',
        }}
        sources={await listSourceChoices()}
      />
    </DeskPage>
  )
}
