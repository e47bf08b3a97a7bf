import 'server-only'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { database, type Transaction } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import { type NewOfficer, newOfficerInput } from '../input'
import { mayManageOfficers } from '../policy'
import type { Manager } from './act-on-officer'
import { makeLink } from './issue-password-link'

/**
 * Adds an officer and makes the one-time link (24 hours) with which they choose a password.
 * Refused: `not_allowed`, `invalid_officer`, `officer_exists`, `no_such_field`.
 */
export async function addOfficer(
  actor: Manager,
  input: NewOfficer,
): Promise<
  Outcome<
    { officer: { id: string; name: string; email: string }; link: string },
    { reason: 'not_allowed' | 'invalid_officer' | 'officer_exists' | 'no_such_field' }
  >
> {
  const refuse = refuser(actor, 'officers.add', String(input.email).slice(0, 254))
  if (!mayManageOfficers(actor)) return refuse({ reason: 'not_allowed' })
  const parsed = newOfficerInput.safeParse(input)
  if (!parsed.success) return refuse({ reason: 'invalid_officer' })
  const { email, name, role, side } = parsed.data
  const db = await database()
  const city = await db.city.findUnique({ where: { code: side } })
  if (!city) return refuse({ reason: 'invalid_officer' })
  const language = parsed.data.language ?? city.script
  const done = await db.$transaction(async (tx) => {
    const fields = await fieldIds(tx, parsed.data.fields ?? [])
    if (!fields) return { refused: 'no_such_field' as const }
    // When two administrators add the same address at once, the second gets this error.
    const { count } = await tx.officer.createMany({
      data: [{ email, name, role, side, language }],
      skipDuplicates: true,
    })
    if (count === 0) return { refused: 'officer_exists' as const }
    const officer = await tx.officer.findUniqueOrThrow({ where: { email } })
    await tx.assignment.createMany({
      data: fields.map((fieldId) => ({ officerId: officer.id, fieldId })),
    })
    await recordAct(tx, {
      officerId: actor.id,
      action: 'officers.add',
      subject: email,
      outcome: 'done',
      detail: { role, side, language, fields: parsed.data.fields ?? [] },
    })
    return officer
  })
  if ('refused' in done) return refuse({ reason: done.refused })
  return { ok: true, officer: { id: done.id, name, email }, link: await makeLink(done) }
}

/** The ids of fields by their references; null where one of them does not exist. */
export async function fieldIds(
  tx: Transaction,
  references: readonly string[],
): Promise<string[] | null> {
  const wanted = [...new Set(references)]
  const rows = await tx.field.findMany({ where: { reference: { in: wanted } } })
  return rows.length === wanted.length ? rows.map(({ id }) => id) : null
}
