import { z } from 'zod'
import { stances } from '@/features/register/states/model/statements'
import { mailStates } from './model'

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

/** Why it could not, as its row says it. */
export const releaseFailure = z.object({ reason: z.string(), reference: z.string().nullable() })

/** A publication touched what the officer's side had said of an item: its word before and after, null where it has spoken anew. */
export const sideTouchedDetail = z.object({
  reference: z.string(),
  was: z.enum(stances),
  is: z.enum(stances).nullable(),
})

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

/** The request for a test mail. The form's own token makes sure that pressing twice sends once. */
export const sendTestInput = z.object({ token: z.uuid() })

/** What the address of the page of mails asks for: one state, and what came of the last form. Anything else is left out. */
export const mailPageQuery = z.object({
  state: z.enum(mailStates).nullable().catch(null),
  done: z.enum(['again', 'test']).nullable().catch(null),
  refused: z
    .enum(['signed_out', 'not_allowed', 'no_such_mail', 'mail_on_its_way', 'may_arrive_twice'])
    .nullable()
    .catch(null),
})
