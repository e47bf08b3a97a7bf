import 'server-only'
import { createTransport } from 'nodemailer'
import { languageTags } from '@/i18n/language'
import { environment } from '@/server/environment'
import { oneLine } from '../model'
import type { MailInWords } from './compose'

/** A mail as it travels: from whom to whom, and its bytes (RFC 5322). */
export type Message = { envelope: { from: string; to: string }; bytes: Buffer }

/**
 * Writes a mail as a message. Its Message-ID is the mail's id, so that a server that receives it twice can
 * recognise it. Text typed by people cannot add a header.
 */
export async function writeMessage(
  { id, createdAt }: { id: string; createdAt: Date },
  to: { name: string; email: string },
  { language, sender, subject, text }: MailInWords,
): Promise<Message> {
  const from = environment().MAIL_FROM
  const { message } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  }).sendMail({
    messageId: `<${id}@${from.split('@').at(-1)}>`,
    date: createdAt,
    from: { name: oneLine(sender), address: from },
    to: { name: oneLine(to.name), address: to.email },
    subject,
    text,
    headers: {
      'Content-Language': languageTags[language],
      // So that automatic replies do not answer it (RFC 3834).
      'Auto-Submitted': 'auto-generated',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  if (!Buffer.isBuffer(message)) throw new Error('The message was not written.')
  return { envelope: { from, to: to.email }, bytes: message }
}
