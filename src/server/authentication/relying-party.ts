import 'server-only'
import { messagesIn } from '@/i18n/messages'
import { environment } from '../environment'

/** Whom a passkey is for. */
export type RelyingParty = {
  /** The host that a passkey is bound to. */
  id: string
  /** The one origin at which passkeys are made and used. */
  origin: string
  /** What browsers and authenticator apps call the register. */
  name: string
}

/**
 * The register as passkeys know it: by the host of BASE_URL. Browsers make no passkey for an IP address, so a
 * register served on a loopback address is known as localhost.
 */
export function relyingParty(): RelyingParty {
  const url = new URL(environment().BASE_URL)
  if (['127.0.0.1', '[::1]'].includes(url.hostname)) url.hostname = 'localhost'
  return { id: url.hostname, origin: url.origin, name: messagesIn('zh-Hant').site.name }
}

/**
 * Whether browsers make passkeys for this register at all: they require a host name and, except on localhost,
 * https.
 */
export function takesPasskeys(): boolean {
  const { id, origin } = relyingParty()
  const isAddress = id.startsWith('[') || /^\d+(\.\d+){3}$/.test(id)
  return !isAddress && (id === 'localhost' || origin.startsWith('https://'))
}
