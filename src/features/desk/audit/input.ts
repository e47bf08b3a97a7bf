import { z } from 'zod'
import { type FilterOf, listFilter } from '@/i18n/parameter'

const day = z.iso.date()

/** What the address of the audit trail says. */
export const auditFilter = listFilter({
  conditions: {
    officer: z.uuid(),
    action: z
      .string()
      .regex(/^[a-z_]+(\.[a-z_]+)+$/)
      .max(100),
    outcome: z.enum(['done', 'refused']),
    /** A reference or an email address, or a part of one. */
    subject: z.string().trim().min(1).max(254),
    /** The first and the last day, in Hong Kong. */
    from: day,
    to: day,
  },
  order: {},
  place: {
    /** The act that the page before ended with: its ISO time and id. */
    after: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9a-f-]{36}$/),
  },
})
export type AuditFilter = FilterOf<typeof auditFilter>
