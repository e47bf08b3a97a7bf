import { z } from 'zod'

const email = z.email('--email must be an e-mail address, such as chan@example.org.')

/** What `npm run officer` may be asked, from the command line or through the control channel. */
export const officerCommand = z.discriminatedUnion(
  'do',
  [
    z.strictObject({
      do: z.literal('add'),
      email,
      name: z.string('--name is needed: the person’s name.').trim().min(1, '--name is blank.'),
      role: z.enum(['editor', 'reviewer', 'admin'], '--role must be editor, reviewer or admin.'),
      side: z.enum(['HK', 'SH'], '--side must be HK or SH.'),
    }),
    z.strictObject({ do: z.literal('list') }),
    z.strictObject({ do: z.literal('disable'), email }),
    z.strictObject({ do: z.literal('link'), email }),
  ],
  'The first word must be add, list, disable, link or help.',
)

/** What came of it: text to print, and whether it was done. */
export const answer = z.object({ ok: z.boolean(), text: z.string() })
export type Answer = z.infer<typeof answer>
