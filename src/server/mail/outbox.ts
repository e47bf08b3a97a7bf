import 'server-only'
import type { MailKind, Prisma } from '@/generated/prisma/client'
import { now } from '../clock'
import type { Transaction } from '../database/database'

/** A mail to be sent because of an event. */
export type MailToWrite = {
  /** Identifies the event: `returned:<submission>`. A second mail with the same key is not written. */
  key: string
  officerId: string
  kind: MailKind
  /** The data for its text, which is written when it is sent, in the officer's language. */
  detail: Prisma.InputJsonObject
}

/**
 * Writes mails in the transaction of the event that they report, so that neither exists without the other.
 * Officers who have switched a kind off or are disabled are left out at sending, which is done by
 * features/desk/mail.
 */
export async function writeMails(tx: Transaction, mails: readonly MailToWrite[]): Promise<void> {
  const at = now()
  await tx.mail.createMany({
    data: mails.map((mail) => ({ ...mail, createdAt: at, nextAttemptAt: at })),
    skipDuplicates: true,
  })
}
