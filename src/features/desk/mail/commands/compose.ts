import 'server-only'
import { createTranslator } from 'use-intl/core'
import { z } from 'zod'
import { cityName } from '@/features/register/cities/model'
import { type Stance, standsBy } from '@/features/register/states/model/statements'
import { formatDay, formatMoment } from '@/i18n/formats'
import { type Language, pathPrefixes, toLanguage } from '@/i18n/language'
import { pickText } from '@/i18n/localized-text'
import { messagesIn } from '@/i18n/messages'
import { inQuotation } from '@/i18n/quotation'
import { environment } from '@/server/environment'
import {
  digestDetail,
  releaseFailedDetail,
  returnedDetail,
  sideTouchedDetail,
  toReviewDetail,
} from '../input'
import { isWanted, type MailKind, oneLine, shortened } from '../model'
import {
  findMailedItems,
  findMailedRelease,
  findMailedSubmissions,
  type NamedSubject,
} from '../queries/mail-facts'

/** The text of a mail, plain. */
export type MailInWords = { language: Language; sender: string; subject: string; text: string }

/** A mail whose text cannot be written, now or later. */
export class Unreadable extends Error {}

/** What there is to put into words. */
export type MailToCompose = {
  kind: MailKind
  detail: unknown
  createdAt: Date
  officer: { name: string; language: string }
}

/**
 * The text of a mail in its officer's language, from the facts as they are now; `settled` when the occasion
 * has passed, such as a submission to review that another person has decided on.
 * @throws {Unreadable} when its row does not say what to write, or names something that does not exist.
 */
export async function composeMail(mail: MailToCompose): Promise<MailInWords | 'settled'> {
  const { officer } = mail
  const language = toLanguage(officer.language)
  const writer = writerIn(language)
  const matter = await matters[mail.kind](writer, mail)
  if (matter === 'settled') return matter
  const { t, site } = writer
  const paragraphs = [
    t('greeting', { name: officer.name }),
    ...matter.paragraphs,
    // The delimiter of a signature, which mail programs leave out of a reply.
    `-- \n${t('ending', { site: site('name') })}\n${environment().BASE_URL}${pathPrefixes[language]}`,
  ]
  if (isChosen(mail.kind)) paragraphs.push(t('choice'))
  return {
    language,
    sender: site('name'),
    subject: oneLine(matter.subject),
    text: `${paragraphs.join('\n\n')}\n`,
  }
}

/** Whether an officer can switch off mails of this kind, which they say then. */
function isChosen(kind: MailKind): boolean {
  return !isWanted(kind, { mailReturned: false, mailReview: false, mailDigest: false })
}

type Writer = ReturnType<typeof writerIn>
type Matter = { subject: string; paragraphs: string[] }

const matters: Record<
  MailKind,
  (writer: Writer, mail: MailToCompose) => Promise<Matter | 'settled'>
> = {
  returned: async ({ language, t, nameOf, link }, { detail }) => {
    const submission = await theSubmission(read(returnedDetail, detail).submission)
    if (!submission.isReturned) return 'settled'
    const item = nameOf(submission.subject)
    return {
      subject: t('returned.subject', { item }),
      paragraphs: [
        t('returned.intro', {
          item: inQuotation(item, language),
          reviewer: submission.reviewer ?? '',
        }),
        quoted(submission.returnReason ?? ''),
        link(t('returned.next'), `/desk/submissions/${submission.id}`),
      ],
    }
  },
  to_review: async ({ language, t, nameOf, link }, { detail }) => {
    const { submission: id, count } = read(toReviewDetail, detail)
    const submission = await theSubmission(id)
    // Of several submitted in one act, the others may still wait.
    if (!submission.waits && count === 1) return 'settled'
    const item = nameOf(submission.subject)
    const { name, city } = submission.author
    return {
      subject: t('toReview.subject', { item, count }),
      paragraphs: [
        t('toReview.intro', {
          item: inQuotation(item, language),
          count,
          author: name,
          side: cityName(city, language),
        }),
        link(t('toReview.next'), count === 1 ? `/desk/submissions/${id}` : '/desk'),
      ],
    }
  },
  release_failed: async ({ language, t, because, link }, { detail }) => {
    const release = await findMailedRelease(read(releaseFailedDetail, detail).release)
    if (!release) throw new Unreadable('There is no such release.')
    if (!release.hasFailed) return 'settled'
    const { title, reference, reason } = release
    return {
      subject: t('releaseFailed.subject', { title }),
      paragraphs: [
        t('releaseFailed.intro', {
          title: inQuotation(title, language),
          time: formatMoment(release.at.toISOString(), language),
        }),
        ...(reference
          ? [t('releaseFailed.reason', { item: reference, reason: because(reason) })]
          : []),
        link(t('releaseFailed.next'), '/desk'),
      ],
    }
  },
  digest: async ({ language, t, nameOf, link }, { detail, createdAt }) => {
    const digest = read(digestDetail, detail)
    const lists = ['returned', 'toReview', 'withoutNews', 'staleTexts'] as const
    const sections: string[] = []
    for (const list of lists) {
      const { count, first } = digest[list]
      if (count === 0) continue
      const ofItems = list === 'withoutNews' || list === 'staleTexts'
      const entries = ofItems
        ? (await findMailedItems(first)).map((item) =>
            link(`· ${nameOf(item)}`, `/desk/items/${item.reference}`),
          )
        : (await findMailedSubmissions(first)).map(({ id, subject }) =>
            link(`· ${nameOf(subject)}`, `/desk/submissions/${id}`),
          )
      if (count > first.length) entries.push(t('digest.more', { count: count - first.length }))
      sections.push([t(`digest.${list}`, { count }), ...entries].join('\n\n'))
    }
    const count = lists.reduce((sum, list) => sum + digest[list].count, 0)
    return {
      subject: t('digest.subject', { count }),
      paragraphs: [
        t('digest.intro', { day: formatDay(createdAt.toISOString(), language) }),
        ...sections,
        link(t('digest.next'), '/desk'),
      ],
    }
  },
  side_asked: async ({ language, t, nameOf, link }, { detail }) => {
    const submission = await theSubmission(read(returnedDetail, detail).submission)
    if (!submission.isAsked) return 'settled'
    const item = nameOf(submission.subject)
    const { name, city } = submission.author
    return {
      subject: t('sideAsked.subject', { item }),
      paragraphs: [
        t('sideAsked.intro', {
          item: inQuotation(item, language),
          author: name,
          side: cityName(city, language),
        }),
        link(t('sideAsked.next'), `/desk/submissions/${submission.id}`),
      ],
    }
  },
  side_touched: async ({ language, t, nameOf, link }, { detail }) => {
    const { reference, was, is } = read(sideTouchedDetail, detail)
    const [subject] = await findMailedItems([reference])
    const item = subject ? nameOf(subject) : reference
    return {
      subject: t('sideTouched.subject', { item }),
      paragraphs: [
        t('sideTouched.intro', { item: inQuotation(item, language) }),
        t(`sideTouched.effects.${effectOf(was, is)}`),
        link(t('sideTouched.next'), `/desk/items/${reference}#confirmation`),
      ],
    }
  },
  test: async ({ t, link }) => ({
    subject: t('test.subject'),
    paragraphs: [t('test.intro'), link(t('test.next'), '/desk')],
  }),
}

/** What a publication did to a side's word: it stays, of an earlier wording or statement, or is taken over. */
function effectOf(was: Stance, is: Stance | null) {
  if (is === null) return 'replaced'
  if (is === 'differs') return 'view'
  return standsBy(is) ? 'wording' : standsBy(was) ? 'falls' : 'earlier'
}

/** Why a release fails, besides a conflict, whose refusal speaks to somebody who is typing. */
const releaseProblems = [
  'not_approved',
  'approver_gone',
  'no_such_source',
  'no_such_revision',
  'nothing_changed',
] as const

/** What it takes to write in a language. */
function writerIn(language: Language) {
  const base = { locale: language, messages: messagesIn(language) }
  const t = createTranslator({ ...base, namespace: 'mail.words' })
  const refusals = createTranslator({ ...base, namespace: 'refusals' })
  return {
    language,
    t,
    site: createTranslator({ ...base, namespace: 'site' }),
    /** What a subject is called, short enough for a line of a mail. */
    nameOf({ kind, reference, title }: NamedSubject): string {
      if (reference === null) return t(`subjectOf.${kind}`)
      const words = pickText(title, language)?.body ?? ''
      return shortened(oneLine(`${reference} ${words}`), 70)
    },
    /** Why an item could not be published, in a sentence; nothing where no more is to be said. */
    because(reason: string | null): string {
      if (reason === 'conflict') return t('releaseFailed.conflict')
      const known = releaseProblems.find((problem) => problem === reason)
      return known ? refusals(known) : ''
    },
    /** A line, and under it the address of a page of the desk. */
    link(line: string, path: `/desk${string}`): string {
      return `${line}\n${environment().BASE_URL}${pathPrefixes[language]}${path}`
    },
  }
}

function read<Detail>(schema: z.ZodType<Detail>, detail: unknown): Detail {
  const parsed = schema.safeParse(detail)
  if (!parsed.success) throw new Unreadable(z.prettifyError(parsed.error))
  return parsed.data
}

async function theSubmission(id: string) {
  const [submission] = await findMailedSubmissions([id])
  if (!submission) throw new Unreadable('There is no such submission.')
  return submission
}

/** Another person's words, marked line by line as a mail marks what it quotes. */
function quoted(text: string): string {
  return text
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`)
    .join('\n')
}
