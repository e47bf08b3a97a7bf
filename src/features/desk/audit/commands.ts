import 'server-only'
import { recordAct } from '@/server/audit/audit'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import type { Officer } from '../officers/model'
import { mayReadAudit } from '../officers/policy'
import { type AuditFilter, auditFilter } from './input'
import type { ShownAct } from './model'
import { readActs } from './queries'

/**
 * Exports the audit trail, as the filter narrows it. The export is itself audited.
 * Refused: `not_allowed`.
 */
export async function exportAudit(
  actor: Officer,
  filter: AuditFilter,
): Promise<Outcome<{ acts: AsyncGenerator<ShownAct[]> }, { reason: 'not_allowed' }>> {
  const allowed = mayReadAudit(actor)
  await recordAct(await database(), {
    officerId: actor.id,
    action: 'audit.export',
    subject: null,
    outcome: allowed ? 'done' : 'refused',
    detail: allowed ? auditFilter.write(filter) : { reason: 'not_allowed' },
  })
  return allowed ? { ok: true, acts: readActs(filter) } : { ok: false, reason: 'not_allowed' }
}
