'use server'

import { currentOfficer } from '../officers/session'
import { exportAudit } from './commands'
import { auditFilter } from './input'

/**
 * What of the audit trail is to be downloaded, for the address that does so: a link, and so a request that
 * comes from nowhere when it is typed. It changes nothing but the trail, which says that it was asked for.
 */
export async function exportAuditAction(query: Record<string, string>) {
  const officer = await currentOfficer()
  if (!officer) return { ok: false as const, reason: 'signed_out' as const }
  return exportAudit(officer, auditFilter.read(query))
}
