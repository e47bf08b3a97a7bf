import { z } from 'zod'

/** The most characters of a source that are kept. */
export const longestKeptText = 200_000

/** A text to keep of a source; an empty one takes the kept one away. */
export const keptTextInput = z.object({
  source: z.string().regex(/^[a-z0-9-]{1,80}$/),
  body: z.string().max(longestKeptText, 'too_long'),
})
