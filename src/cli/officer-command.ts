import 'server-only'
import type { z } from 'zod'
import { addOfficer } from '../features/desk/officers/commands/add-officer'
import { changeOfficer } from '../features/desk/officers/commands/change-officer'
import { disableOfficer, enableOfficer } from '../features/desk/officers/commands/disable-officer'
import { issuePasswordLink } from '../features/desk/officers/commands/issue-password-link'
import { removeSecondFactor } from '../features/desk/officers/commands/remove-second-factor'
import { systemActor } from '../features/desk/officers/model'
import { listOfficers } from '../features/desk/officers/queries'
import { listCities } from '../features/register/cities/queries'
import type { Answer, officerCommand } from './officer-input'

/** Does what `npm run officer` was asked, on the database of this process. */
export async function performOfficerCommand(
  command: z.infer<typeof officerCommand>,
): Promise<Answer> {
  switch (command.do) {
    case 'add': {
      const { email, name, role, side, field } = command
      const codes = (await listCities()).map(({ code }) => code)
      if (!codes.includes(side)) {
        const text = `--side must be ${codes.join(' or ')}.`
        return { ok: false, isMisunderstood: true, text }
      }
      const officer = { email, name, role, side, ...(field ? { fields: field } : {}) }
      const outcome = await addOfficer(systemActor, officer)
      if (!outcome.ok) return refusal(outcome.reason, email)
      return { ok: true, text: `${name} may set a password within 24 hours:\n${outcome.link}` }
    }
    case 'link': {
      const { email } = command
      const outcome = await issuePasswordLink(systemActor, { email })
      if (!outcome.ok) return refusal(outcome.reason, email)
      const text = `A password may be set for ${email} within 24 hours:\n${outcome.link}`
      return { ok: true, text }
    }
    case 'role': {
      const { email, role } = command
      const outcome = await changeOfficer(systemActor, { email }, { role })
      return told(outcome, email, `${email} is now ${role}.`)
    }
    case 'fields': {
      const { email, field = [] } = command
      const outcome = await changeOfficer(systemActor, { email }, { fields: field })
      const charge = field.length > 0 ? `in charge of ${field.join(', ')}` : 'assigned to no field'
      return told(outcome, email, `${email} is now ${charge}.`)
    }
    case 'disable': {
      const outcome = await disableOfficer(systemActor, { email: command.email })
      return told(outcome, command.email, `${command.email} can no longer sign in.`)
    }
    case 'enable': {
      const outcome = await enableOfficer(systemActor, { email: command.email })
      return told(outcome, command.email, `${command.email} can sign in again.`)
    }
    case 'reset-second-factor': {
      const outcome = await removeSecondFactor(systemActor, { email: command.email })
      return told(outcome, command.email, `${command.email} signs in with the password alone.`)
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
          officer.fields.join(',') || '-',
        ].join('\t'),
      )
      return { ok: true, text: lines.join('\n') }
    }
  }
}

const sentences: Record<string, (email: string) => string> = {
  officer_exists: (email) => `${email} has an account already. For a new password link: link.`,
  no_such_officer: (email) => `There is no officer with the address ${email}.`,
  no_such_field: () => 'A --field is no field of the register; give its reference, such as 6-4.',
  officer_disabled: (email) => `${email} is disabled.`,
  invalid_officer: (email) => `The details given for ${email} are not accepted.`,
  last_admin: (email) => `${email} is the last administrator: make another one first.`,
  no_second_factor: (email) => `${email} has no second factor.`,
}

function told(
  outcome: { ok: true } | { ok: false; reason: string },
  email: string,
  text: string,
): Answer {
  return outcome.ok ? { ok: true, text } : refusal(outcome.reason, email)
}

function refusal(reason: string, email: string): Answer {
  return { ok: false, text: sentences[reason]?.(email) ?? `Refused for ${email}: ${reason}.` }
}
