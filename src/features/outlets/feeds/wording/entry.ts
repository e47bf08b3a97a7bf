import { type ChangedPlace, changedPlaces } from '@/features/register/history/model/changed-places'
import { ownOf } from '@/features/register/history/model/names'
import { differenceOf } from '@/features/register/history/model/word-difference'
import { actorName, placeName, sideName } from '@/features/register/history/wording/place'
import {
  isState,
  originWords,
  plainEntry,
  runsOfWords,
  valueWords,
} from '@/features/register/history/wording/value'
import type { ShownRevision } from '@/features/register/log/model'
import { publisherIn } from '@/features/register/sources/model'
import { stateWord } from '@/features/register/states/wording'
import { revisionPage } from '@/features/register/subjects/model/pages'
import { isEmpty, isPassage } from '@/features/register/subjects/model/values'
import { titleWords } from '@/features/register/texts/wording'
import { formatMoment } from '@/i18n/formats'
import { htmlInLanguage, htmlMarked } from '@/i18n/html-in-language'
import { type Language, languageTags } from '@/i18n/language'
import { pickText, pickWords } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { environment } from '@/server/environment'
import { escaped, writable } from '@/server/files/markup'
import type { FeedEntry } from '../model/feed'
import type { Authority } from '../queries/read-feed'
import { citationHtml, isWebAddress } from './citation'
import type { Words } from './words'

/** A revision as an entry of a feed in a language. */
export function entryOf(revision: ShownRevision, words: Words, authority: Authority): FeedEntry {
  const { t, language } = words
  const { number, kind, reference, action, approver, citations } = revision
  const cited = citations.flatMap(({ source }) => ownOf(words.sources, source) ?? [])
  return {
    id: identifier(authority, `log/${number}/${languageTags[language]}`),
    title: writable(titleOf(revision, words)),
    summary: writable(lineOf(revision, words)),
    html: [
      `<p>${escaped(lineOf(revision, words))}</p>`,
      correctionHtml(revision, words),
      placesHtml(revision, words),
      citations.length > 0
        ? `<p>${escaped(t('revisions.restsOn'))}</p><ul>${citations.map((one) => citationHtml(one, words)).join('')}</ul>`
        : '',
      `<p><a href="${escaped(pageOf(revision, language))}">${escaped(t('revisions.permalink'))}</a></p>`,
    ].join(''),
    updated: revision.recordedAt,
    url: pageOf(revision, language),
    author: actorName(revision.actor, words),
    approver: approver && actorName(approver, words),
    categories: [
      { term: kind, label: t(`revisions.kinds.${kind}`) },
      { term: action, label: t(`revisions.actions.${action}`) },
    ],
    sources: cited.flatMap((source) => {
      if (!source.url || !isWebAddress(source.url)) return []
      const called = source.title
        ? { name: source.title, language: source.language }
        : publisherIn(source, language)
      const { href } = new URL(source.url)
      return [{ url: href, title: writable(called.name), language: called.language }]
    }),
    log: { number, kind, reference, revision: revision.revision, action },
  }
}

/** A tag URI of the register. @param specific what it names, in the register's own way. */
export function identifier({ host, since }: Authority, specific: string): string {
  return `tag:${host},${since}:${specific}`
}

/** What a subject is called: an item and a field with its reference, the rest by name. */
function subjectOf({ kind, reference, title }: ShownRevision, { language, t }: Words): string {
  const isItem = kind === 'project' || kind === 'document'
  const cut = (body: string) => shortened(body, language)
  const name = isItem ? titleWords(title, language, cut) : pickText(title, language)?.body
  const isKnownByReference = isItem || kind === 'field'
  if (!name) return isKnownByReference ? `${reference} ${t('revisions.slot')}` : reference
  const short = isItem ? name : cut(name)
  return isKnownByReference ? `${reference} ${short}` : short
}

/** A name as a headline has it: some are sentences. Cut where a reader sees a character end. */
function shortened(name: string, language: Language): string {
  const signs = [...new Intl.Segmenter(language).segment(name)].map(({ segment }) => segment)
  const longest = language === 'en' ? 120 : 60
  return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : name
}

/** What changed on what, in one line. */
function titleOf(revision: ShownRevision, words: Words): string {
  return words.t('feeds.entry', {
    subject: subjectOf(revision, words),
    what: whatHappened(revision, words),
  })
}

function whatHappened(revision: ShownRevision, words: Words): string {
  const { t, language } = words
  const { action, actor, changes } = revision
  const label = t(`revisions.actions.${action}`)
  if (revision.revision === 1) return label
  const side = actor.side && sideName(actor.side, words)
  if ((action === 'confirmed' || action === 'differed') && side) {
    return t(`feeds.${action}`, { side })
  }
  const moved = changes.find(({ path }) => path === 'state')
  if (moved && isState(moved.before) && isState(moved.after)) {
    const states = {
      before: stateWord(moved.before, language),
      after: stateWord(moved.after, language),
    }
    return action === 'status_published'
      ? t('feeds.moved', states)
      : t('feeds.movedBy', { ...states, action: label })
  }
  if (action === 'status_published' || action === 'itemised') return label
  const all = changedPlaces(changes, false).map(({ key }) =>
    placeName({ key, language: null }, words),
  )
  const places = [...new Set(all)]
  const named = places.slice(0, 3).join(t('feeds.listSeparator'))
  const more = places.length > 3
  return places.length === 0
    ? label
    : t(more ? 'feeds.changedMore' : 'feeds.changed', {
        action: label,
        places: named,
      })
}

/** What was done, when, by whom, who approved it, and its number in the log. */
function lineOf(revision: ShownRevision, words: Words): string {
  const { t, language } = words
  return [
    t(`revisions.actions.${revision.action}`),
    formatMoment(revision.recordedAt, language),
    t('revisions.by', { actor: actorName(revision.actor, words) }),
    ...(revision.approver
      ? [t('revisions.approvedBy', { actor: actorName(revision.approver, words) })]
      : []),
    t('revisions.logNumber', { number: String(revision.number) }),
  ].join(' · ')
}

/** Where a revision is found for good: its own page, or its place among the changes. */
function pageOf({ kind, reference, revision, number }: ShownRevision, language: Language): string {
  const { BASE_URL } = environment()
  const page = revisionPage(kind, reference, revision)
  if (page) return `${BASE_URL}${hrefTo(language, page)}`
  const list = hrefTo(language, { pathname: '/changes', query: { before: String(number + 1) } })
  return `${BASE_URL}${list}#change-${number}`
}

/** Which revision it corrects and why, and which have corrected it since. */
function correctionHtml(revision: ShownRevision, words: Words): string {
  const { t, language } = words
  const { corrects, correctsRevision, correctedByRevisions, correctionReason } = revision
  const lines: string[] = []
  if (corrects !== null) {
    lines.push(
      escaped(
        correctsRevision === null
          ? t('revisions.corrects', { number: String(corrects) })
          : t('revisions.correctsRevision', { number: String(correctsRevision) }),
      ),
    )
    const why = pickWords(correctionReason, language)
    if (why) {
      const reason = htmlInLanguage(why.text, why.language, language)
      lines.push(`${escaped(t('revisions.correction.why'))} ${reason}`)
    }
  }
  for (const number of correctedByRevisions) {
    lines.push(escaped(t('revisions.correctedBy', { number: String(number) })))
  }
  return lines.map((line) => `<p>${line}</p>`).join('')
}

/** Each changed place, before and after; of what was entered, what there is. */
function placesHtml(revision: ShownRevision, words: Words): string {
  const isFirst = revision.revision === 1
  const hasSources = revision.citations.length > 0
  const places = changedPlaces(revision.changes, isFirst).filter(
    // What a new statement rests on is told whole below.
    ({ key, before }) => !(hasSources && key === 'statement_citations' && isEmpty(before)),
  )
  if (places.length === 0) return ''
  const rows = places.map((place) => {
    const name = `<dt>${escaped(placeName(place, words))}</dt>`
    if (isFirst) return `${name}<dd>${sideHtml(place, 'after', words)}</dd>`
    return `${name}${(['before', 'after'] as const)
      .map(
        (side) =>
          `<dd>${escaped(words.t(`revisions.${side}`))}${escaped(words.t('feeds.colon'))}${sideHtml(place, side, words)}</dd>`,
      )
      .join('')}`
  })
  return `<dl>${rows.join('')}</dl>`
}

/**
 * One side of a changed place; of a passage that was rewritten, with the words marked that are its own. Where the
 * words are the same, what changed is where they come from, or who stands for them.
 */
function sideHtml(place: ChangedPlace, side: 'before' | 'after', words: Words): string {
  const { key, language: held, before, after } = place
  const { language } = words
  const value = place[side]
  if (isEmpty(value)) return escaped(words.t('revisions.nothing'))
  if (!held || !isPassage(before) || !isPassage(after)) {
    if (held && isPassage(value)) return htmlInLanguage(value.body, held, language)
    const told = runsOfWords(valueWords(key, value, words), words.t('feeds.listSeparator'), words)
    return told.map((run) => htmlInLanguage(run.text, run.language, language)).join('')
  }
  if (before.body === after.body) {
    const kept = side === 'before' ? before : after
    const origin = plainEntry(originWords(kept, words), ' ', words)
    return `${htmlInLanguage(kept.body, held, language)} <small>${escaped(origin)}</small>`
  }
  const [kind, tag] =
    side === 'before' ? (['removed', 'del'] as const) : (['added', 'ins'] as const)
  const marked = differenceOf(before.body, after.body, held)
    .filter((segment) => segment.kind === 'same' || segment.kind === kind)
    .map((segment) =>
      segment.kind === 'same' ? escaped(segment.text) : `<${tag}>${escaped(segment.text)}</${tag}>`,
    )
    .join('')
  return htmlMarked(marked, held)
}
