'use server'

import { currentOfficer } from '../officers/session'
import { exportAudit } from './commands'
import { auditFilter } from './input'

/**
 * Audits the download of the audit trail and returns the filter for it. A typed address comes from no page of
 * this site, so a plain GET is allowed: it changes nothing but the trail itself.
 */
export async function exportAuditAction(query: Record<string, string>) {
  const officer = await currentOfficer()
  if (!officer) return { ok: false as const, reason: 'signed_out' as const }
  return exportAudit(officer, auditFilter.read(query))
}
