import { z } from 'zod'
import { languages } from '@/i18n/language'
import { passageInLanguages } from '@/i18n/passage'

/** The most characters of why something is corrected, of why a submission is returned, and of what a release is called. */
export const longestWhy = 500
export const longestReturnReason = 1000
export const longestReleaseTitle = 200

/** The revision that a submission corrects, by its number in the whole log, and why, in one language at least. */
export const correctionInput = z
  .object({
    revision: z.coerce.number('required').int().min(1, 'required'),
    why: passageInLanguages(longestWhy),
  })
  .refine(({ why }) => Object.values(why).some(Boolean), {
    path: ['why', 'zh-Hant'],
    error: 'reason_required',
  })
  .transform(({ revision, why }) => ({
    revision,
    why: Object.fromEntries(
      languages.flatMap((language) => (why[language] ? [[language, why[language]]] : [])),
    ),
  }))

/** Why a submission is returned; its author reads it. */
export const returnInput = z.object({
  id: z.string().min(1),
  reason: z.string().trim().min(1, 'required').max(longestReturnReason, 'too_long'),
})

/** When approved submissions are to be published together: a moment in Hong Kong time (`2026-12-01T10:00`), and what for. */
export const releaseInput = z.object({
  at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'not_a_time')
    .transform((local) => new Date(`${local}:00+08:00`))
    .refine((moment) => !Number.isNaN(moment.getTime()), 'not_a_time'),
  title: z.string().trim().min(1, 'required').max(longestReleaseTitle, 'too_long'),
})

/** What is wrong with a release as typed: its time, that the time is over, or that it has no title or too long a one; null when nothing is. */
export function problemOfRelease(
  parsed: ReturnType<typeof releaseInput.safeParse>,
  at: Date,
): 'not_a_time' | 'past_time' | 'title_required' | 'title_too_long' | null {
  const isWrong = (field: string) =>
    parsed.error?.issues.some(({ path: [first] }) => first === field) ?? false
  if (isWrong('at')) return 'not_a_time'
  if (isWrong('title')) {
    return parsed.error?.issues.some(({ message }) => message === 'too_long')
      ? 'title_too_long'
      : 'title_required'
  }
  return parsed.data && parsed.data.at <= at ? 'past_time' : null
}

/** Which form a draft is of: `statement:6-4.2`, `edit:document:6-d01`, `edit:source:new`, `view:6-4.2`. */
export const draftKey = z.string().regex(/^[a-z_]+(:[a-z_]+)?:[A-Za-z0-9.-]{1,120}$/)

const draftVersion = z.string().min(1).max(60)

/**
 * What is being typed: the fields of a form as they stand, the versions of the draft that its window has seen
 * or sent, and the one that this is to be (given one where the window names none).
 */
export const draftInput = z.object({
  key: draftKey,
  values: z.record(z.string().max(100), z.string().max(40_000)),
  baseVersion: z.coerce.number().int().min(0),
  seen: z.array(draftVersion).max(100).default([]),
  version: draftVersion.optional(),
})
