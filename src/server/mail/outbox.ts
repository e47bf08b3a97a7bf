import 'server-only'
import type { MailKind, Prisma } from '@/generated/prisma/client'
import { now } from '../clock'
import type { Transaction } from '../database/database'

/** A mail that something that happened calls for. */
export type MailToWrite = {
  /** What it tells, once: `returned:<submission>`. A second one with the same key is not written. */
  key: string
  officerId: string
  kind: MailKind
  /** What its words are made from when it is sent, in the officer's language. */
  detail: Prisma.InputJsonObject
}

/**
 * Writes mails in the transaction of what they tell, so that neither stands without the other. Who has
 * switched a kind off, or is disabled, is left out when it is sent. Sending is src/features/desk/mail's affair.
 */
export async function writeMails(tx: Transaction, mails: readonly MailToWrite[]): Promise<void> {
  const at = now()
  await tx.mail.createMany({
    data: mails.map((mail) => ({ ...mail, createdAt: at, nextAttemptAt: at })),
    skipDuplicates: true,
  })
}
