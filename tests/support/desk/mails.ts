import { randomUUID } from 'node:crypto'
import type { MailKind } from '@/features/desk/mail/model'
import type { Officer, OfficerRole } from '@/generated/prisma/client'
import type { Database } from '@/server/database/database'
import { writeMails } from '@/server/mail/outbox'

type Traits = Partial<
  Pick<Officer, 'name' | 'language' | 'mailReturned' | 'mailReview' | 'mailDigest' | 'createdAt'>
> & { role?: OfficerRole }

let made = 0

/** An officer of the Hong Kong side, an editor who reads English unless told otherwise. */
export function makeOfficer(db: Database, traits: Traits = {}): Promise<Officer> {
  made += 1
  return db.officer.create({
    data: {
      name: `Officer ${made}`,
      email: `mail-${made}@example.org`,
      role: 'editor',
      side: 'HK',
      language: 'en',
      ...traits,
    },
  })
}

/** A submission of a statement on an item, submitted or returned. */
export function makeSubmission(
  db: Database,
  author: Officer,
  {
    reference = '6-4.2' as string | null,
    reviewer = null as Officer | null,
    returnReason = null as string | null,
    state = 'submitted' as 'submitted' | 'returned' | 'withdrawn',
  } = {},
) {
  return db.submission.create({
    data: {
      kind: reference === null ? 'edit' : 'statement',
      subjectKind: reference === null ? 'organisation' : 'project',
      subjectReference: reference,
      baseVersion: 1,
      content: {},
      state,
      authorId: author.id,
      reviewerId: reviewer?.id ?? null,
      returnReason,
      submittedAt: new Date(),
      decidedAt: state === 'submitted' ? null : new Date(),
    },
  })
}

/** Writes a mail to an officer as a command would, a test mail unless told otherwise; gives its row. */
export async function makeMail(
  db: Database,
  officer: Officer,
  { kind = 'test' as MailKind, detail = {} } = {},
) {
  const key = `${kind}:${randomUUID()}`
  await db.$transaction((tx) => writeMails(tx, [{ key, officerId: officer.id, kind, detail }]))
  return db.mail.findUniqueOrThrow({ where: { key } })
}
