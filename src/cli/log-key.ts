import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { DataDirectoryInUse } from '../server/database/lock'
import { EnvironmentError, environment } from '../server/environment'
import { performAtDatabase } from './control-client'

// `npm run log-key -- …`: the key that signs the log, from the command line of the server's machine.

const usage = `npm run log-key -- list
npm run log-key -- rotate
npm run log-key -- rotate < next-key     where LOG_KEY is set

rotate lets another key sign from now on. Where LOG_KEY is set, the next one is read from the standard input:
openssl rand -base64 32 > next-key`

try {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} })
  const [word] = positionals
  if (positionals.length !== 1 || (word !== 'list' && word !== 'rotate')) {
    console.error(usage)
    process.exit(word === 'help' ? 0 : 2)
  }
  const next =
    environment().LOG_KEY && word === 'rotate' ? (await text(process.stdin)).trim() : null
  const command = word === 'list' ? { do: word } : { do: word, next }
  const answer = await performAtDatabase('/log-key', command, async () => {
    const { logKeyCommand, performLogKeyCommand } = await import('./log-key-command')
    const parsed = logKeyCommand.safeParse(command)
    if (parsed.success) return performLogKeyCommand(parsed.data)
    return { ok: false, text: parsed.error.issues.map(({ message }) => message).join('\n') }
  })
  if (answer.ok) console.log(answer.text)
  else console.error(answer.text)
  process.exit(answer.ok ? 0 : 1)
} catch (error) {
  const isExpected = error instanceof EnvironmentError || error instanceof DataDirectoryInUse
  console.error(isExpected || !(error instanceof Error) ? String((error as Error).message) : error)
  process.exit(1)
}
