import path from 'node:path'
import { environment } from '../environment'

/** How mails leave: through a mail server, or as files in a folder. */
export type RouteSettings =
  | {
      route: 'smtp'
      /** SMTP_URL, which may hold a password: never shown. */
      url: string
      /** Host and port. */
      server: string
    }
  | { route: 'outbox'; folder: string }

/** The route that the settings name. */
export function mailRoute(): RouteSettings {
  const { SMTP_URL, DATA_DIR } = environment()
  if (SMTP_URL) return { route: 'smtp', url: SMTP_URL, server: new URL(SMTP_URL).host }
  return { route: 'outbox', folder: path.join(/*turbopackIgnore: true*/ DATA_DIR, 'outbox') }
}
