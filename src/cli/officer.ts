import { parseArgs } from 'node:util'
import { DataDirectoryInUse } from '../server/database/lock'
import { EnvironmentError } from '../server/environment'
import { performAtDatabase } from './control-client'
import { type Answer, officerCommand } from './officer-input'

// `npm run officer -- …`: accounts of the desk, from the command line of the server's machine.

const usage = `npm run officer -- add --email … --name … --role viewer|editor|reviewer|admin --side HK|SH [--field 6-4 …]
npm run officer -- list
npm run officer -- link --email …
npm run officer -- role --email … --role …
npm run officer -- fields --email … [--field 6-4 --field 6-5 …]
npm run officer -- disable|enable --email …
npm run officer -- reset-second-factor --email …

add and link print a link, good once and for 24 hours, with which the officer sets a password.`

type Command = ReturnType<typeof officerCommand.parse>

try {
  const command = readCommand(process.argv.slice(2))
  const { ok, text } = await perform(command)
  if (ok) console.log(text)
  else console.error(text)
  process.exit(ok ? 0 : 1)
} catch (error) {
  const isExpected = error instanceof EnvironmentError || error instanceof DataDirectoryInUse
  console.error(isExpected || !(error instanceof Error) ? String((error as Error).message) : error)
  process.exit(1)
}

function readCommand(words: string[]): Command {
  let asked: ReturnType<typeof parseWords>
  try {
    asked = parseWords(words)
  } catch (error) {
    return refuseUsage((error as Error).message)
  }
  const { values, positionals } = asked
  if (values.help || positionals[0] === 'help' || words.length === 0) {
    console.log(usage)
    process.exit(words.length === 0 ? 2 : 0)
  }
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

function refuseUsage(sentence: string): never {
  console.error(`${sentence}\n\n${usage}`)
  process.exit(2)
}

async function perform(command: Command): Promise<Answer> {
  return performAtDatabase('/officer', command, async () => {
    const { performOfficerCommand } = await import('./officer-command')
    return performOfficerCommand(command)
  })
}
