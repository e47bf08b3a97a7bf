import { z } from 'zod'

const officer = z.uuid().optional().catch(undefined)
const action = z
  .string()
  .regex(/^[a-z_]+(\.[a-z_]+)+$/)
  .max(100)
  .optional()
  .catch(undefined)
const day = z.iso.date().optional().catch(undefined)

/** What the audit trail is filtered by, as its address says it. A wrong value counts as none. */
export const auditFilter = z.object({
  officer,
  action,
  outcome: z.enum(['done', 'refused']).optional().catch(undefined),
  /** A reference or an e-mail address, or a part of one. */
  subject: z.string().trim().min(1).max(254).optional().catch(undefined),
  /** The first and the last day, in Hong Kong. */
  from: day,
  to: day,
})
export type AuditFilter = z.infer<typeof auditFilter>

/** Where a page of the trail begins: after the act with this time and id. */
export const auditCursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9a-f-]{36}$/)
  .optional()
  .catch(undefined)

/** The filter as the query of an address, without what is not set. */
export function auditQuery(filter: AuditFilter): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
}
