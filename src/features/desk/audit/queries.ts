import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { database } from '@/server/database/database'
import type { AuditFilter } from './input'
import type { ShownAct } from './model'

const withOfficer = {
  officer: { select: { id: true, name: true, email: true } },
} satisfies Prisma.AuditEntryInclude
type Row = Prisma.AuditEntryGetPayload<{ include: typeof withOfficer }>

/** How many submissions of one item its filter looks for. */
const submissionsOfOneItem = 1000

/**
 * A page of the audit trail, the latest first.
 * @param after the act that the page before ended with: its ISO time and id, as `time~id`.
 * @returns `next`, the cursor of the page to follow; null at the end.
 */
export async function listActs(
  filter: AuditFilter,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ acts: ShownAct[]; next: string | null }> {
  const db = await database()
  const rows = await db.auditEntry.findMany({
    where: { AND: [await conditionOf(filter), afterCursor(after)] },
    include: withOfficer,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    acts: await toActs(shown),
    next: last ? `${last.at.toISOString()}~${last.id}` : null,
  }
}

/** All of the audit trail that fits, the latest first, read as it is asked for. */
export async function* readActs(filter: AuditFilter): AsyncGenerator<ShownAct[]> {
  let after: string | undefined
  do {
    const page = await listActs(filter, { after, limit: 500 })
    if (page.acts.length > 0) yield page.acts
    after = page.next ?? undefined
  } while (after)
}

async function conditionOf(filter: AuditFilter): Promise<Prisma.AuditEntryWhereInput> {
  const { officer, action, outcome, subject, from, to } = filter
  return {
    ...(officer ? { officerId: officer } : {}),
    ...(action ? { action } : {}),
    ...(outcome ? { outcome } : {}),
    ...(subject ? await aboutSubject(subject) : {}),
    ...(from || to
      ? {
          at: {
            ...(from ? { gte: new Date(`${from}T00:00:00+08:00`) } : {}),
            ...(to ? { lt: new Date(Date.parse(`${to}T00:00:00+08:00`) + 24 * 3_600_000) } : {}),
          },
        }
      : {}),
  }
}

/** Acts on a submission are recorded under its id, so a search for an item has to include its submissions. */
async function aboutSubject(subject: string): Promise<Prisma.AuditEntryWhereInput> {
  const db = await database()
  const submissions = await db.submission.findMany({
    where: { subjectReference: subject },
    select: { id: true },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    take: submissionsOfOneItem,
  })
  return {
    OR: [
      { subjectReference: { contains: subject, mode: 'insensitive' } },
      { subjectReference: { in: submissions.map(({ id }) => id) } },
    ],
  }
}

function afterCursor(cursor: string | undefined): Prisma.AuditEntryWhereInput {
  if (!cursor) return {}
  const [time = '', id = ''] = cursor.split('~')
  const at = new Date(time)
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] }
}

async function toActs(rows: readonly Row[]): Promise<ShownAct[]> {
  const db = await database()
  const submissions = await db.submission.findMany({
    where: { id: { in: rows.flatMap(({ subjectReference }) => subjectReference ?? []) } },
    select: { id: true, subjectReference: true },
  })
  const referenceOf = new Map(submissions.map((row) => [row.id, row.subjectReference]))
  return rows.map((row) => {
    const { reason, ...detail } = row.detail as Record<string, unknown>
    const subject = row.subjectReference
    return {
      id: row.id,
      at: row.at.toISOString(),
      officer: row.officer,
      action: row.action,
      outcome: row.outcome,
      subject,
      submission:
        subject !== null && referenceOf.has(subject)
          ? { reference: referenceOf.get(subject) ?? null }
          : null,
      reason: typeof reason === 'string' ? reason : null,
      detail,
    }
  })
}
