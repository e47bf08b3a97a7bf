import { z } from 'zod'

// What the words of each kind of mail are made from, as its row keeps it.

/** A submission was returned to its author. */
export const returnedDetail = z.object({ submission: z.string() })

/** An officer submitted something, or several items in one act; `submission` is the first. */
export const toReviewDetail = z.object({
  submission: z.string(),
  count: z.number().int().min(1).default(1),
})

/** A release could not be carried out. */
export const releaseFailedDetail = z.object({ release: z.string() })

const listOf = z.object({
  count: z.number().int().min(0),
  /** The first twenty: references of items, or ids of submissions. */
  first: z.array(z.string()),
})
/** What waits for an officer in a week. */
export const digestDetail = z.object({
  withoutNews: listOf,
  staleTexts: listOf,
  returned: listOf,
  toReview: listOf,
})
export type DigestDetail = z.infer<typeof digestDetail>

/** The order to send a mail again; from a form, where a box not ticked is not there. */
export const sendAgainInput = z.object({
  id: z.uuid(),
  mayArriveTwice: z.stringbool().default(false),
})

/** The order of a test mail: the form's own token, so that pressing twice sends once. */
export const sendTestInput = z.object({ token: z.uuid() })
