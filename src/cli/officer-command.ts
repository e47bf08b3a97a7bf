import 'server-only'
import type { z } from 'zod'
import { addOfficer, disableOfficer, issuePasswordLink } from '../features/officers/commands'
import { systemActor } from '../features/officers/model'
import { listOfficers } from '../features/officers/queries'
import type { Answer, officerCommand } from './officer-input'

/** Does what `npm run officer` was asked, on the database of this process. */
export async function performOfficerCommand(
  command: z.infer<typeof officerCommand>,
): Promise<Answer> {
  switch (command.do) {
    case 'add': {
      const { email, name, role, side } = command
      const outcome = await addOfficer(systemActor, {
        email,
        name,
        role,
        side,
      })
      if (!outcome.ok) return refusal(outcome.reason, email)
      return {
        ok: true,
        text: `${name} may set a password within 24 hours:\n${outcome.link}`,
      }
    }
    case 'link': {
      const outcome = await issuePasswordLink(systemActor, {
        email: command.email,
      })
      if (!outcome.ok) return refusal(outcome.reason, command.email)
      return {
        ok: true,
        text: `A password may be set for ${command.email} within 24 hours:\n${outcome.link}`,
      }
    }
    case 'disable': {
      const outcome = await disableOfficer(systemActor, {
        email: command.email,
      })
      if (!outcome.ok) return refusal(outcome.reason, command.email)
      return { ok: true, text: `${command.email} can no longer sign in.` }
    }
    case 'list': {
      const officers = await listOfficers()
      if (officers.length === 0) return { ok: true, text: 'There are no officers yet.' }
      const lines = officers.map((officer) =>
        [
          officer.email,
          officer.name,
          officer.role,
          officer.side,
          officer.disabledAt ? 'disabled' : 'active',
        ].join('\t'),
      )
      return { ok: true, text: lines.join('\n') }
    }
  }
}

const sentences: Record<string, (email: string) => string> = {
  officer_exists: (email) => `${email} has an account already. For a new password link: link.`,
  no_such_officer: (email) => `There is no officer with the address ${email}.`,
  officer_disabled: (email) => `${email} is disabled.`,
  invalid_officer: (email) => `The details given for ${email} are not accepted.`,
}

function refusal(reason: string, email: string): Answer {
  return { ok: false, text: sentences[reason]?.(email) ?? `Refused for ${email}: ${reason}.` }
}
