import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '@/components/site/words'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { itemPage, wordPage } from '@/features/desk/frame/model'
import { mayConfirm, maySpeak } from '@/features/desk/officers/policy'
import { requireOfficer } from '@/features/desk/officers/session'
import { WordForm } from '@/features/desk/round/statements/components/word-form'
import { saidBy } from '@/features/desk/round/statements/model/words'
import { openStated } from '@/features/desk/round/statements/queries/open-stated'
import { cityName } from '@/features/register/cities/model'
import { Statement } from '@/features/register/states/components/statement'
import { hrefTo } from '@/i18n/navigation'

type Props = {
  params: Promise<{ reference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function WordPage({ params, searchParams }: Props) {
  const [{ reference }, query] = [await params, await searchParams]
  const say = query.say === 'withdraw' ? 'withdraw' : 'confirm'
  const [language, t] = [await getLocale(), await getTranslations('progress.confirmation')]
  const here = wordPage(reference, say)
  const officer = await requireOfficer(language, hrefTo(language, here))
  const opened = await openStated(officer, reference, say === 'confirm' ? mayConfirm : maySpeak)
  if (!opened) notFound()
  if (opened === 'forbidden') forbidden()
  const { live } = opened
  const { kind, title } = opened.item
  const back = hrefTo(language, itemPage(reference))
  const city = cityName(officer.city, language)
  return (
    <DeskPage here={here} officer={officer}>
      <p className="desk-trail">
        <a href={back}>{t('back')}</a>
      </p>
      <h1>{t(`ask.${say}`, { city })}</h1>
      <h2 className="desk-item-title">
        <span className="reference">{reference}</span> <Words text={title} />
      </h2>
      <Statement kind={kind} state={live.state} statement={live} />
      <WordForm
        say={say}
        reference={reference}
        statementId={live.statementId}
        city={city}
        back={back}
        replacesView={saidBy(officer.side, live)?.stance === 'differs'}
      />
    </DeskPage>
  )
}
