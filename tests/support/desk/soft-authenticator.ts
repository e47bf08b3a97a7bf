import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

type Changes = {
  /** The origin that the browser claims. */
  origin?: string
  /** Whether the person was asked for a finger or a number. */
  userVerified?: boolean
  /** Begins the count of uses again, as a copy of the key would. */
  counter?: number
}

/** A security key in software, with one passkey, and the browser in front of it. */
export function softAuthenticator(host: string, ownOrigin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let used = 0

  const authenticatorData = (attested: Buffer, { userVerified = true, counter }: Changes) => {
    used = counter ?? used + 1
    const flags = 0x01 | (userVerified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(used)
    const hostHash = createHash('sha256').update(host).digest()
    return Buffer.concat([hostHash, Buffer.from([flags]), count, attested])
  }
  const clientData = (type: string, challenge: string, { origin = ownOrigin }: Changes) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const envelope = (response: object) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })

  return {
    /** Makes the passkey. */
    register({ challenge }: { challenge: string }, changes: Changes = {}) {
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array<ArrayBuffer>>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Uint8Array.from(Buffer.from(x, 'base64url'))],
          [-3, Uint8Array.from(Buffer.from(y, 'base64url'))],
        ]),
      )
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, id, key])
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', Uint8Array.from(authenticatorData(attested, changes))],
        ]) as never,
      )
      return envelope({
        clientDataJSON: clientData('webauthn.create', challenge, changes).toString('base64url'),
        attestationObject: Buffer.from(attestation).toString('base64url'),
        transports: ['internal'],
      })
    },
    /** Signs a challenge with it. */
    answer({ challenge }: { challenge: string }, changes: Changes = {}) {
      const data = authenticatorData(Buffer.alloc(0), changes)
      const client = clientData('webauthn.get', challenge, changes)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return envelope({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      })
    },
  }
}
