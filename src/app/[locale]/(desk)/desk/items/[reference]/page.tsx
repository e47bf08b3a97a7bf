import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Done } from '@/components/forms/outcome'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import { DeskHelp } from '@/features/desk/frame/components/desk-help'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { editorPage, itemPage } from '@/features/desk/frame/model'
import type { Officer } from '@/features/desk/officers/model'
import { isRegisterEditor, isReviewer, mayState } from '@/features/desk/officers/policy'
import { isAlone } from '@/features/desk/officers/queries'
import { requireOfficer } from '@/features/desk/officers/session'
import { DraftNotice } from '@/features/desk/round/drafts/components/draft-notice'
import { seenField } from '@/features/desk/round/drafts/model'
import { findDraft } from '@/features/desk/round/drafts/queries'
import { ConfirmationPanel } from '@/features/desk/round/statements/components/confirmation-panel'
import { Effects } from '@/features/desk/round/statements/components/effects'
import { StatementForm } from '@/features/desk/round/statements/components/statement-form'
import {
  OthersUnderway,
  Submitted,
  TakenUp,
  Underway,
} from '@/features/desk/round/statements/components/statement-notices'
import { statementInput } from '@/features/desk/round/statements/input/statement'
import { assertionsFor } from '@/features/desk/round/statements/model/rules'
import {
  valuesOfLive,
  valuesOfStatement,
} from '@/features/desk/round/statements/model/statement-values'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { listQuietItems } from '@/features/desk/round/statements/queries/list-items'
import { NobodyReviews } from '@/features/desk/round/submissions/components/nobody-reviews'
import { correctionValues } from '@/features/desk/round/submissions/model/form-fields'
import {
  findOwnStatement,
  findSubmission,
  listOthersUnderway,
  listOwnStated,
} from '@/features/desk/round/submissions/queries/list-submissions'
import { History } from '@/features/register/history/components/history'
import { readNamed } from '@/features/register/history/queries/named'
import { listRevisions } from '@/features/register/log/queries/revisions'
import { listSourceChoices } from '@/features/register/sources/queries'
import { StateMark } from '@/features/register/states/components/state-mark'
import { assertionsOf } from '@/features/register/states/model/statements'
import { assertionOfSides } from '@/features/register/states/wording'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { formatDay, hongKongDay } from '@/i18n/formats'
import { hrefTo } from '@/i18n/navigation'
import { now } from '@/server/clock'

type Props = {
  params: Promise<{ reference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** How many of an item's revisions can be chosen as the one that a statement corrects. */
const correctable = 20

export default async function StatementPage({ params, searchParams }: Props) {
  const [{ reference }, { saved, as, again }] = [await params, await searchParams]
  const [language, t] = [await getLocale(), await getTranslations('desk')]
  const here = itemPage(reference)
  const officer = await requireOfficer(language, hrefTo(language, here))
  const item = await findItemToState(reference)
  if (!item) notFound()
  if (!mayState(officer, item)) forbidden()
  const { kind, live, title, conferenceDay } = item
  const today = hongKongDay(now())
  const draft = await findDraft(officer, `statement:${reference}`)
  const taken = await takenUp(officer, reference, draft ? draft.values.replaces : again)
  const underway = await findOwnStatement(officer, reference)
  const others = await listOthersUnderway(officer, item)
  const revisions = await listRevisions({ kind, reference })
  const since = (version: number) => revisions.filter(({ revision }) => revision > version)
  const names = await readNamed(
    since(Math.min(...[draft, taken].map((one) => one?.baseVersion ?? live.version))),
  )
  const [actions, drafts] = [
    await getTranslations('revisions.actions'),
    await getTranslations('drafts'),
  ]
  const isEditor = isRegisterEditor(officer)
  const own = assertionsFor(
    { side: officer.side, isRegisterEditor: isEditor },
    { sides: live.sides.map(({ code }) => code), assertedBy: live.assertedBy },
  )
  const isSubmitted = saved === 'submitted' && typeof as === 'string'
  const initial = draft
    ? { ...draft.values, reference, version: String(live.version), [seenField]: draft.version }
    : taken
      ? {
          ...valuesOfStatement(statementInput.parse(taken.content), live.version),
          ...correctionValues(taken.correction),
          ...(taken.state === 'returned' ? { replaces: taken.id } : {}),
        }
      : valuesOfLive(item, { city: officer.city, today, isRegisterEditor: isEditor })
  const says = assertionsOf(live.sides)
  const form = (
    <StatementForm
      // A new key after each save, and once a draft is deleted. The live version is no part of it: when
      // another officer has saved, what was typed here must survive.
      key={String(as ?? '')}
      kind={kind}
      initial={initial}
      today={today}
      conferenceDay={conferenceDay}
      assertions={Object.fromEntries(
        says.map((who) => [who, assertionOfSides(who, language, live.sides)]),
      )}
      own={own}
      sources={await listSourceChoices(reference)}
      revisions={revisions.slice(0, correctable).map((one) => ({
        value: String(one.number),
        label: t('item.revision', {
          day: formatDay(one.recordedAt, language),
          action: actions(one.action),
          number: String(one.revision),
        }),
      }))}
      draftSavedAt={draft?.updatedAt ?? null}
      isCarriedOver={!draft && !taken && live.citations.length > 0}
      effects={<Effects item={item} officer={officer} />}
    />
  )
  return (
    <DeskPage here={here} officer={officer}>
      <p>
        <a href={hrefTo(language, '/desk')} className="desk-back">
          {t('back')}
        </a>
      </p>
      <h1 className="desk-item-title">
        <span className="reference">{reference}</span>{' '}
        {item.itemised ? <Words text={title} /> : t('rows.slot')}
      </h1>
      <p className="desk-line">
        <span>
          <span className="quiet">{t('item.published')}</span> <StateMark state={live.state} />
        </span>
        <span className="quiet">
          {live.asOf ? <DateText date={live.asOf} /> : t('item.noneYet')}
        </span>
        <a href={hrefTo(language, subjectPage(kind, reference))}>{t('publicPage')}</a>
        <a href={hrefTo(language, editorPage(kind, reference))}>{t('editRegister')}</a>
      </p>
      {isSubmitted && (
        <Submitted
          submission={as}
          next={await nextItem(officer, today, reference)}
          aloneNotice={(await isAlone(officer)) ? <NobodyReviews officer={officer} /> : null}
        />
      )}
      {saved === 'draft' && draft && <Done>{drafts('saved')}</Done>}
      {underway && !isSubmitted && !taken && <Underway submission={underway} />}
      {others.length > 0 && <OthersUnderway submissions={others} mayRead={isReviewer(officer)} />}
      {draft && (
        <DraftNotice draftKey={draft.key} savedAt={draft.updatedAt} back={hrefTo(language, here)}>
          {since(draft.baseVersion).length > 0 && (
            <History revisions={since(draft.baseVersion)} names={names} />
          )}
        </DraftNotice>
      )}
      {taken && (
        <TakenUp submission={taken}>
          {since(taken.baseVersion).length > 0 && (
            <History revisions={since(taken.baseVersion)} names={names} />
          )}
        </TakenUp>
      )}
      <ConfirmationPanel item={item} officer={officer} saved={saved} />
      <DeskHelp>
        <p>{t('help.item.small')}</p>
        <p>{t('help.item.source')}</p>
        <p>{t('help.item.languages')}</p>
        <p>{t('help.item.review')}</p>
      </DeskHelp>
      {isSubmitted ? (
        <details className="desk-fold">
          <summary>{t('item.againForm')}</summary>
          {form}
        </details>
      ) : (
        form
      )}
    </DeskPage>
  )
}

/** The officer's own statement of this item that the address asks to take up again; null when it is none. */
async function takenUp(officer: Officer, reference: string, again: unknown) {
  if (typeof again !== 'string') return null
  const found = await findSubmission(again)
  const isOwn = found?.author.id === officer.id && found.reference === reference
  return isOwn && found.kind === 'statement' && ['returned', 'submitted'].includes(found.state)
    ? found
    : null
}

/** The item in the officer's charge that has been without news the longest, of those with nothing underway. */
async function nextItem(officer: Officer, today: string, reference: string) {
  const apartFrom = [reference, ...(await listOwnStated(officer))]
  const { quiet } = await listQuietItems(officer, today, { take: 1, apartFrom })
  return quiet[0] ?? null
}
