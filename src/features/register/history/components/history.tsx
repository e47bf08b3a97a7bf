import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { InLanguage } from '@/components/site/in-language'
import { TableHead } from '@/components/site/table-head'
import type { Change, ShownRevision } from '@/features/register/log/model'
import { isPassage } from '@/features/register/subjects/model/values'
import { DescriptiveMark } from '@/features/register/texts/components/title'
import type { TextEntry } from '@/i18n/localized-text'
import { type Href, hrefTo } from '@/i18n/navigation'
import { type ChangedPlace, changedPlaces } from '../model/changed-places'
import type { Named } from '../model/names'
import { actorName } from '../wording/place'
import { originWords } from '../wording/value'
import { CorrectionReason } from './correction-notice'
import { EntryText, LoggedValue, voiceOfPage } from './logged-value'
import { PlaceLabel } from './place-label'
import { WordDifference } from './word-difference'

/** Revisions in full: who, when, on what, and each changed place before and after. `#revision-2` leads to the second. */
export async function History({
  revisions,
  names,
  pageOf,
}: {
  revisions: readonly ShownRevision[]
  names: Named
  /** The permanent page of a revision, where the subject has such pages. */
  pageOf?: (revision: number) => Href
}) {
  const [language, t] = [await getLocale(), await getTranslations('revisions')]
  if (revisions.length === 0) return <p className="quiet">{t('none')}</p>
  return revisions.map((revision) => (
    <section key={revision.number} id={`revision-${revision.revision}`} className="revision">
      <h2>{t('heading', { number: String(revision.revision) })}</h2>
      <RevisionLine revision={revision} />
      <Corrected revision={revision} />
      <Changes changes={revision.changes} names={names} isFirst={revision.revision === 1} />
      {pageOf && (
        <p>
          <a className="standing" href={hrefTo(language, pageOf(revision.revision))}>
            {t('permalink')}
          </a>
        </p>
      )}
    </section>
  ))
}

/**
 * What a revision corrects and why, and which ones have corrected it: each leads to the other.
 * @param pageOf where a revision is found, null where it has no page; on the page that holds them all by default.
 */
export async function Corrected({
  revision,
  pageOf,
}: {
  revision: ShownRevision
  pageOf?: (revision: number) => Href | null
}) {
  const [language, t] = [await getLocale(), await getTranslations('revisions')]
  const { corrects, correctsRevision, correctedByRevisions } = revision
  if (corrects === null && correctedByRevisions.length === 0) return null
  const led = (number: number, words: string) => {
    const page = pageOf ? pageOf(number) : null
    if (pageOf && !page) return words
    return <a href={page ? hrefTo(language, page) : `#revision-${number}`}>{words}</a>
  }
  return (
    <div className="notice">
      {corrects !== null && (
        <>
          <p>
            {correctsRevision === null
              ? t('corrects', { number: String(corrects) })
              : led(correctsRevision, t('correctsRevision', { number: String(correctsRevision) }))}
          </p>
          <CorrectionReason revision={revision} />
        </>
      )}
      {correctedByRevisions.map((number) => (
        <p key={number}>{led(number, t('correctedBy', { number: String(number) }))}</p>
      ))}
    </div>
  )
}

/** Says of a revision's subject that its title is descriptive: an item has a title, other subjects have names. */
export function SubjectMark({ revision: { kind, title } }: { revision: ShownRevision }) {
  const isItem = kind === 'project' || kind === 'document'
  return isItem ? <DescriptiveMark text={title} /> : null
}

/** What a revision did, by whom and when, in one line. */
export async function RevisionLine({ revision }: { revision: ShownRevision }) {
  const t = await getTranslations('revisions')
  const voice = await voiceOfPage()
  return (
    <p className="quiet">
      {t(`actions.${revision.action}`)} · <DateText date={revision.recordedAt} /> ·{' '}
      {t('by', { actor: actorName(revision.actor, voice) })}
      {revision.approver && (
        <> · {t('approvedBy', { actor: actorName(revision.approver, voice) })}</>
      )}
      {' · '}
      {t('logNumber', { number: String(revision.number) })}
    </p>
  )
}

/** Each changed place before and after. @param isFirst shows what there is after alone: there was nothing before. */
export async function Changes({
  changes,
  names,
  isFirst,
}: {
  changes: readonly Change[]
  names: Named
  isFirst: boolean
}) {
  const t = await getTranslations('revisions')
  const places = changedPlaces(changes, isFirst)
  return (
    <div className="scroll">
      <table className="stacks">
        <caption>{t(isFirst ? 'content' : 'changes')}</caption>
        <TableHead columns={[t('place'), ...(isFirst ? [] : [t('before')]), t('after')]} />
        <tbody>
          {places.map((place) => (
            <tr key={place.path}>
              <th scope="row">
                <PlaceLabel place={place} names={names} />
              </th>
              {!isFirst && (
                <td className="change-before" data-column={t('before')}>
                  <Side only="before" names={names} place={place} />
                </td>
              )}
              <td data-column={isFirst ? undefined : t('after')}>
                <Side only="after" names={names} place={place} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/**
 * One side of a changed place; of a passage that was rewritten, with the words marked that are its own. Where
 * the words are the same, what changed is where they come from, or who stands for them.
 */
async function Side({
  only,
  names,
  place: { key, language, before, after },
}: {
  only: 'before' | 'after'
  names: Named
  place: ChangedPlace
}) {
  const value = only === 'before' ? before : after
  if (!language || !isPassage(value)) return <LoggedValue place={key} value={value} names={names} />
  if (!isPassage(before) || !isPassage(after)) {
    return <InLanguage text={value.body} language={language} />
  }
  if (before.body !== after.body) {
    return (
      <WordDifference before={before.body} after={after.body} language={language} only={only} />
    )
  }
  return (
    <>
      <InLanguage text={value.body} language={language} /> <OriginLine passage={value} />
    </>
  )
}

/** Where a wording comes from and whether it has been reviewed, in the page's language. */
async function OriginLine({ passage }: { passage: TextEntry }) {
  const voice = await voiceOfPage()
  return (
    <span className="origin logged-origin">
      <EntryText entry={originWords(passage, voice)} separator=" " />
    </span>
  )
}
