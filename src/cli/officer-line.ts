import { parseArgs } from 'node:util'
import { performAtDatabase } from './control-client'
import { officerCommand } from './officer-input'

const usage = `npm run officer -- add --email … --name … --role viewer|editor|reviewer|admin --side CITY [--field 6-4 …]
npm run officer -- list
npm run officer -- link --email …
npm run officer -- role --email … --role …
npm run officer -- fields --email … [--field 6-4 --field 6-5 …]
npm run officer -- disable|enable --email …
npm run officer -- reset-second-factor --email …

add and link print a link, valid once and for 24 hours, with which the officer sets a password.`

/** What the command prints and ends with: 0 done, 1 refused, 2 not understood. All but 0 is printed as an error. */
export type Ending = { status: 0 | 1 | 2; text: string }

/**
 * Does what the words of a command line ask.
 * @throws {EnvironmentError} where a setting cannot be used.
 * @throws {DataDirectoryInUse} where a server is starting or stopping.
 */
export async function performLine(words: string[]): Promise<Ending> {
  const command = readCommand(words)
  if ('status' in command) return command
  const { ok, text, isMisunderstood } = await performAtDatabase('/officer', command, async () => {
    const { performOfficerCommand } = await import('./officer-command')
    return performOfficerCommand(command)
  })
  return isMisunderstood ? refuseUsage(text) : { status: ok ? 0 : 1, text }
}

function readCommand(words: string[]): ReturnType<typeof officerCommand.parse> | Ending {
  let asked: ReturnType<typeof parseWords>
  try {
    asked = parseWords(words)
  } catch (error) {
    return refuseUsage((error as Error).message)
  }
  const { values, positionals } = asked
  if (words.length === 0) return { status: 2, text: usage }
  if (values.help || positionals[0] === 'help') return { status: 0, text: usage }
  if (positionals.length > 1) return refuseUsage(`"${positionals[1]}" is one word too many.`)
  const command = officerCommand.safeParse({ do: positionals[0], ...values })
  if (command.success) return command.data
  return refuseUsage(command.error.issues.map((issue) => issue.message).join('\n'))
}

function parseWords(words: string[]) {
  return parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      side: { type: 'string' },
      field: { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
  })
}

function refuseUsage(sentence: string): Ending {
  return { status: 2, text: `${sentence}\n\n${usage}` }
}
