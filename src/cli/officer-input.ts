import { z } from 'zod'
import { sidePattern } from '../features/register/cities/model'

const email = z.email('--email must be an email address, such as chan@example.org.')
const role = z.enum(
  ['viewer', 'editor', 'reviewer', 'admin'],
  '--role must be viewer, editor, reviewer or admin.',
)
const field = z.array(z.string()).optional()

/** What `npm run officer` may be asked, from the command line or through the control channel. */
export const officerCommand = z.discriminatedUnion(
  'do',
  [
    z.strictObject({
      do: z.literal('add'),
      email,
      name: z.string('--name is needed: the person’s name.').trim().min(1, '--name is blank.'),
      role,
      side: z
        .string('--side is needed: the code of a city.')
        .regex(sidePattern, '--side must be the code of a city.'),
      field,
    }),
    z.strictObject({ do: z.literal('list') }),
    z.strictObject({ do: z.literal('link'), email }),
    z.strictObject({ do: z.literal('role'), email, role }),
    z.strictObject({ do: z.literal('fields'), email, field }),
    z.strictObject({ do: z.literal('disable'), email }),
    z.strictObject({ do: z.literal('enable'), email }),
    z.strictObject({ do: z.literal('reset-second-factor'), email }),
  ],
  'The first word must be add, list, link, role, fields, disable, enable, reset-second-factor or help.',
)

/** What came of it: text to print, whether it was done, and whether it could not be understood. */
export const answer = z.object({
  ok: z.boolean(),
  text: z.string(),
  isMisunderstood: z.boolean().optional(),
})
export type Answer = z.infer<typeof answer>
