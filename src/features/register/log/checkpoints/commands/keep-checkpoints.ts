import 'server-only'
import { now } from '@/server/clock'
import { checkpointInterval, type LogProblem, problemSentence } from '../model/checkpoint'
import { logCondition, setLogCondition } from '../queries/log-condition'
import { isSigningDue } from '../queries/signing-due'
import { checkLog } from './check-log'
import { signHead } from './sign-head'

let missingKey: string | null = null

/**
 * The job that keeps the log signed: a checkpoint for every head without one, and one an hour. At the start
 * and every hour the whole log is checked first; while it is not what was signed nothing is signed, and the
 * page that readers verify it on says so.
 */
export async function keepCheckpoints(): Promise<void> {
  const { checkedAt } = logCondition()
  if (!checkedAt || now().getTime() - Date.parse(checkedAt) >= checkpointInterval) {
    const problem = await checkLog()
    tell(problem)
    setLogCondition({ checkedAt: now().toISOString(), problem })
  }
  if (logCondition().problem || !(await isSigningDue())) return
  const outcome = await signHead()
  if (outcome.ok) missingKey = null
  else if (outcome.reason === 'altered') {
    tell(outcome.problem)
    setLogCondition({ checkedAt: now().toISOString(), problem: outcome.problem })
  } else if (missingKey !== outcome.keyId) {
    missingKey = outcome.keyId
    console.error(
      `This server signs no checkpoints: it has not the log’s key ${outcome.keyId}. Where several servers serve one register, set LOG_KEY on each.`,
    )
  }
}

function tell(problem: LogProblem | null): void {
  if (problem) console.error(problemSentence(problem))
}
