import 'server-only'
import { addOfficer } from '../features/desk/officers/commands/add-officer'
import { deskPath, systemActor } from '../features/desk/officers/model'
import { listOfficers } from '../features/desk/officers/queries'
import { firstSide } from '../features/register/cities/queries'
import { recordRefusalOfStranger } from '../server/audit/audit'
import { closeDatabase, database } from '../server/database/database'
import { DataDirectoryInUse } from '../server/database/lock'
import { environment } from '../server/environment'
import { onRefusedRequest } from '../server/http/refused-requests'
import { startScheduler } from '../server/scheduler'
import { onShutdown } from '../server/shutdown'
import { openControlChannel } from './control-channel'
import { openFilledDatabase } from './fill-database'
import { jobs } from './jobs'

/**
 * Opens the register in the server's process: migrates, seeds where it is empty, invites the first
 * administrator where there is no officer, starts the control channel and the scheduled jobs. If it cannot be
 * opened the process ends with a one-sentence error, because the server has nothing else to serve.
 */
export async function openRegister(): Promise<void> {
  try {
    const { DATABASE_URL, DATA_DIR } = environment()
    await openFilledDatabase()
    onShutdown(closeDatabase)
    if (!DATABASE_URL) onShutdown(await openControlChannel(DATA_DIR))
    await inviteFirstAdministrator()
    if (!environment().CONTACT_EMAIL) console.log(noContact)
    startScheduler(jobs)
    onRefusedRequest(auditTurnedAway)
  } catch (error) {
    console.error(explain(error))
    process.exit(1)
  }
}

const noContact =
  'CONTACT_EMAIL is not set: the site names nobody whom readers may write to. Set it to an address that somebody reads.'

async function inviteFirstAdministrator(): Promise<void> {
  if ((await listOfficers()).length > 0) return
  const email = 'admin@localhost.localdomain'
  const outcome = await addOfficer(systemActor, {
    email,
    name: 'Administrator',
    role: 'admin',
    side: await firstSide(),
  })
  if (!outcome.ok) throw new Error(`The first administrator was refused: ${outcome.reason}.`)
  console.log(
    `There are no officers yet. The first administrator, ${email}, sets a password here within 24 hours:\n${outcome.link}`,
  )
}

/** A cross-site post to the desk is audited like any other refusal, with its page where it is one of the desk's. */
async function auditTurnedAway(path: string): Promise<void> {
  if (!/^\/(tc|sc|en)\/desk\b/.test(path)) return
  const page = deskPath(path.split('?')[0])
  await recordRefusalOfStranger(await database(), {
    action: 'desk.request',
    subject: null,
    detail: { reason: 'not_same_origin', ...(page ? { page } : {}) },
  })
}

function explain(error: unknown): string {
  if (error instanceof DataDirectoryInUse) return error.message
  const { DATABASE_URL } = environment()
  const code = (error as NodeJS.ErrnoException).code
  if (DATABASE_URL && code && ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT'].includes(code)) {
    return `The PostgreSQL server that DATABASE_URL names is out of reach (${code}).`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
