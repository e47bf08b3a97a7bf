import 'server-only'
import { toCity, withCity } from '@/features/register/cities/queries'
import type { Prisma } from '@/generated/prisma/client'
import { toLanguage } from '@/i18n/language'
import { authentication } from '@/server/authentication/better-auth'
import { relyingParty, takesPasskeys } from '@/server/authentication/relying-party'
import { now } from '@/server/clock'
import { type Database, database, type Transaction } from '@/server/database/database'
import { environment } from '@/server/environment'
import {
  deviceOf,
  type ListedOfficer,
  type Officer,
  type OwnAccount,
  roleNeedsSecondFactor,
} from './model'

const withWhatIsListed = {
  city: withCity,
  accounts: { where: { providerId: 'credential' }, select: { id: true } },
  assignments: { select: { field: { select: { reference: true } } } },
  _count: { select: { passkeys: true } },
} satisfies Prisma.OfficerInclude
type Row = Prisma.OfficerGetPayload<{ include: typeof withWhatIsListed }>

/** Every officer, by name, the disabled ones too. */
export async function listOfficers(): Promise<ListedOfficer[]> {
  const db = await database()
  const rows = await db.officer.findMany({
    include: withWhatIsListed,
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
  })
  const lastSignIns = await readLastSignIns(rows.map(({ id }) => id))
  return rows.map((row) => toListed(row, lastSignIns.get(row.id)))
}

/** One officer as administrators see them, disabled or not; null when there is none. */
export async function findOfficer(id: string): Promise<ListedOfficer | null> {
  const db = await database()
  const row = await db.officer.findUnique({ where: { id }, include: withWhatIsListed })
  return row && toListed(row, (await readLastSignIns([id])).get(id))
}

async function readLastSignIns(ids: string[]): Promise<Map<string, Date | null>> {
  const db = await database()
  const rows = await db.auditEntry.groupBy({
    by: ['officerId'],
    where: { officerId: { in: ids }, action: 'officers.sign_in', outcome: 'done' },
    _max: { at: true },
  })
  return new Map(rows.map(({ officerId, _max }) => [officerId ?? '', _max.at]))
}

function toListed(row: Row, lastSignIn: Date | null | undefined): ListedOfficer {
  const { id, name, email, role, side, language, disabledAt } = row
  return {
    id,
    name,
    email,
    role,
    side,
    city: toCity(row.city),
    language: toLanguage(language),
    fields: row.assignments.map(({ field }) => field.reference).sort(byNumber),
    disabledAt: disabledAt?.toISOString() ?? null,
    hasPassword: row.accounts.length > 0,
    secondFactor: { authenticator: row.twoFactorEnabled, passkeys: row._count.passkeys },
    lastSignInAt: lastSignIn?.toISOString() ?? null,
  }
}

const { compare: byNumber } = new Intl.Collator('en', { numeric: true })

/** An officer who is not disabled, with the references of their fields; null when there is none. */
export async function findActiveOfficer(id: string) {
  return readActiveOfficer(await database(), id)
}

/** As `findActiveOfficer`, inside a transaction or out of one. */
export async function readActiveOfficer(db: Database | Transaction, id: string) {
  const row = await db.officer.findFirst({
    where: { id, disabledAt: null },
    include: withWhatIsListed,
  })
  if (!row) return null
  const { name, email, role, side, city, fields, secondFactor } = toListed(row, null)
  const isRequired = environment().SECOND_FACTOR === 'required' && roleNeedsSecondFactor(role)
  const hasOne = secondFactor.authenticator || secondFactor.passkeys > 0
  return { id, name, email, role, side, city, fields, needsSecondFactor: isRequired && !hasOne }
}

/** What an officer's own account page shows. Of sessions, those that have not run out, the latest first. */
export async function readOwnAccount(id: string): Promise<OwnAccount> {
  const db = await database()
  const officer = await db.officer.findUniqueOrThrow({
    where: { id },
    include: {
      passkeys: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      sessions: {
        where: { expiresAt: { gt: now() } },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      },
    },
  })
  return {
    email: officer.email,
    language: toLanguage(officer.language),
    mail: {
      returned: officer.mailReturned,
      review: officer.mailReview,
      digest: officer.mailDigest,
    },
    recoveryCodes: officer.twoFactorEnabled ? await countRecoveryCodes(id) : null,
    passkeys: officer.passkeys.map((passkey) => ({
      id: passkey.id,
      name: passkey.name,
      createdAt: passkey.createdAt.toISOString(),
      lastUsedAt: passkey.lastUsedAt?.toISOString() ?? null,
    })),
    sessions: officer.sessions.map((session) => ({
      id: session.id,
      begunAt: session.createdAt.toISOString(),
      device: deviceOf(session.userAgent),
      address: session.ipAddress || null,
    })),
  }
}

async function countRecoveryCodes(userId: string): Promise<number> {
  const { api } = await authentication()
  return (await api.viewBackupCodes({ body: { userId } })).backupCodes.length
}

/** Who may review what this officer submits: every reviewer and administrator but the officer. */
export function reviewersBesides(officerId: string): Prisma.OfficerWhereInput {
  return { role: { in: ['reviewer', 'admin'] }, disabledAt: null, id: { not: officerId } }
}

/** Whether there is nobody who could review what this officer submits. */
export async function isAlone(officer: Pick<Officer, 'id'>): Promise<boolean> {
  const db = await database()
  return (await db.officer.count({ where: reviewersBesides(officer.id) })) === 0
}

/** The one origin at which passkeys of this register are made and used; null where browsers make none. */
export function passkeyOrigin(): string | null {
  return takesPasskeys() ? relyingParty().origin : null
}
