import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { InLanguage } from '@/components/site/in-language'
import { LoggedEntry, LoggedValue } from '@/features/register/history/components/logged-value'
import { WordDifference } from '@/features/register/history/components/word-difference'
import type { ComparedPlace } from '@/features/register/history/model/changed-places'
import type { Named } from '@/features/register/history/model/names'
import { isPassage } from '@/features/register/subjects/model/values'
import type { TextEntry, TextOrigin } from '@/i18n/localized-text'

/** One place before and after: a passage word by word with where its wording comes from, a list entry by entry, a value beside the other. */
export async function PlaceDifference({ place, names }: { place: ComparedPlace; names: Named }) {
  const { key, before, after, differs } = place
  if (isPassage(before) || isPassage(after)) return <PassageDifference place={place} />
  if (!differs) return <LoggedValue place={key} value={after} names={names} />
  if (Array.isArray(before) || Array.isArray(after)) {
    return (
      <ListDifference place={key} before={listIn(before)} after={listIn(after)} names={names} />
    )
  }
  return (
    <>
      {before !== null && (
        <Struck kind="removed">
          <LoggedValue place={key} value={before} names={names} />
        </Struck>
      )}{' '}
      {after !== null && (
        <Struck kind="added">
          <LoggedValue place={key} value={after} names={names} />
        </Struck>
      )}
    </>
  )
}

function PassageDifference({
  place: { before, after, language, differs },
}: {
  place: ComparedPlace
}) {
  const [was, is] = [isPassage(before) ? before : null, isPassage(after) ? after : null]
  const one = is ?? was
  if (!language || !one) return null
  return (
    <>
      {was && is ? (
        <WordDifference before={was.body} after={is.body} language={language} />
      ) : (
        <Struck kind={is ? 'added' : 'removed'}>
          <InLanguage text={one.body} language={language} />
        </Struck>
      )}
      {differs && is && <OriginLine was={was} is={is} />}
    </>
  )
}

/** The origin of a text before and after. */
async function OriginLine({ was, is }: { was: TextEntry | null; is: TextEntry }) {
  const t = await getTranslations('submissions.origin')
  const label = (origin: TextOrigin) => t(`labels.${origin}`)
  const isAccepted =
    was?.origin === 'script_conversion' && is.origin === 'editorial' && was.body === is.body
  const isReadAgain = was && was.body === is.body && was.origin === is.origin
  return (
    <p className="desk-hint">
      {was && was.origin !== is.origin
        ? t('changed', {
            before: label(was.origin),
            after: isAccepted ? t('accepted') : label(is.origin),
          })
        : t('is', { origin: label(is.origin) })}
      {is.origin === 'script_conversion' && <> {t('unread')}</>}
      {isReadAgain && <> {t(was.derivedFromHash === is.derivedFromHash ? 'read' : 'followed')}</>}
    </p>
  )
}

/** The entries of a list: those taken out, those put in, and those that stay, in the new order. */
function ListDifference({
  place,
  before,
  after,
  names,
}: {
  place: string
  before: readonly unknown[]
  after: readonly unknown[]
  names: Named
}) {
  const keys = (list: readonly unknown[]) => new Map(list.map((one) => [entryKey(one), one]))
  const [was, is] = [keys(before), keys(after)]
  const removed = [...was].filter(([key]) => !is.has(key))
  return (
    <ul>
      {removed.map(([key, entry]) => (
        <li key={key}>
          <Struck kind="removed">
            <LoggedEntry place={place} value={entry} names={names} />
          </Struck>
        </li>
      ))}
      {[...is].map(([key, entry]) => (
        <li key={key}>
          {was.has(key) ? (
            <LoggedEntry place={place} value={entry} names={names} />
          ) : (
            <Struck kind="added">
              <LoggedEntry place={place} value={entry} names={names} />
            </Struck>
          )}
        </li>
      ))}
    </ul>
  )
}

/**
 * Removed or added text, as `WordDifference` marks it: by a line through or under it, and by a word for
 * screen readers.
 */
async function Struck({ kind, children }: { kind: 'removed' | 'added'; children: ReactNode }) {
  const t = await getTranslations('revisions.difference')
  const Change = kind === 'removed' ? 'del' : 'ins'
  const aside = (words: string) => <span className="visually-hidden">{words}</span>
  return (
    <span className="word-difference">
      <Change>
        {aside(t(kind))}
        {children}
        {aside(t('end'))}
      </Change>
    </span>
  )
}

/** An entry as one comparable string; the database does not preserve the order of keys. */
function entryKey(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return JSON.stringify(entry)
  return JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
