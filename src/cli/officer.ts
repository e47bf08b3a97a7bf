import { DataDirectoryInUse } from '../server/database/lock'
import { EnvironmentError } from '../server/environment'
import { performLine } from './officer-line'

// `npm run officer -- …`: accounts of the desk, from the command line of the server's machine.

try {
  const { status, text } = await performLine(process.argv.slice(2))
  if (status === 0) console.log(text)
  else console.error(text)
  process.exit(status)
} catch (error) {
  const isExpected = error instanceof EnvironmentError || error instanceof DataDirectoryInUse
  console.error(isExpected || !(error instanceof Error) ? String((error as Error).message) : error)
  process.exit(1)
}
