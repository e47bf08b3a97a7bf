import 'server-only'
import { z } from 'zod'
import { rotateLogKey } from '../features/register/log/checkpoints/commands/rotate-key'
import { listLogKeys } from '../features/register/log/checkpoints/queries/checkpoints'
import { environment } from '../server/environment'
import type { Answer } from './officer-input'

/** What `npm run log-key` may be asked, from the command line or through the control channel. */
export const logKeyCommand = z.discriminatedUnion(
  'do',
  [
    z.strictObject({ do: z.literal('list') }),
    z.strictObject({
      do: z.literal('rotate'),
      /** The key to follow, where LOG_KEY is set: 32 bytes in base64. */
      next: z
        .string()
        .regex(/^[A-Za-z0-9+/]{43}=$/, 'The next key must be 32 random bytes in base64.')
        .nullable(),
    }),
  ],
  'The first word must be list, rotate or help.',
)

/** Does what `npm run log-key` was asked, on the database of this process. */
export async function performLogKeyCommand(
  command: z.infer<typeof logKeyCommand>,
): Promise<Answer> {
  if (command.do === 'list') {
    const { keys } = await listLogKeys()
    const lines = keys.map(({ number, since, verifier }) => `${number}\t${since}\t${verifier}`)
    return { ok: true, text: lines.join('\n') || 'Nothing has been signed yet.' }
  }
  const { LOG_KEY } = environment()
  if (Boolean(LOG_KEY) !== Boolean(command.next)) {
    const text = LOG_KEY
      ? 'LOG_KEY is set: give the next key on the standard input.'
      : 'LOG_KEY is not set: the next key is made in DATA_DIR, and none is to be given.'
    return { ok: false, text }
  }
  const outcome = await rotateLogKey(command.next)
  if (!outcome.ok) return { ok: false, text: sentences[outcome.reason] }
  const then = LOG_KEY ? '\nSet LOG_KEY to it on every server, and start them again.' : ''
  return { ok: true, text: `Key ${outcome.number} signs from now on: ${outcome.verifier}${then}` }
}

const sentences = {
  nothing_signed: 'Nothing has been signed yet: there is no key to follow.',
  no_key: 'The key that signs now is not on this server, and only it can introduce the next one.',
  same_key: 'That key has signed before; a key is not used twice.',
  altered: 'The log is not the one that was signed; nothing more is signed over it. See /verify.',
}
