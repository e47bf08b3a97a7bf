import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** A key that can sign, with the name that it signs under. */
export type SigningKey = {
  name: string
  /** Its public half, as `name+id+key` (C2SP signed-note). */
  verifier: string
  sign(text: string): Buffer
}

/** What a checkpoint says. */
export type CheckpointFacts = {
  /** Which log: the name of its keys. */
  origin: string
  size: number
  /** Base64. */
  root: string
  number: number
  /** ISO time. */
  signedAt: string
}

/** What introduces a new key. */
export type RotationFacts = {
  origin: string
  /** The new key's number. */
  number: number
  verifier: string
  /** The last checkpoint that the old key signed; 0 when it signed none. */
  afterCheckpoint: number
  /** ISO time. */
  since: string
}

// Ed25519 keys travel as 32 bytes; the library wants them in the envelopes of RFC 8410.
const privateEnvelope = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicEnvelope = Buffer.from('302a300506032b6570032100', 'hex')
const ed25519 = Buffer.from([1])

/** @param seed 32 random bytes: the secret. */
export function signingKey(name: string, seed: Uint8Array): SigningKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateEnvelope, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const key = Buffer.concat([ed25519, spki.subarray(publicEnvelope.length)])
  const id = keyId(name, key)
  return {
    name,
    verifier: `${name}+${id.toString('hex')}+${key.toString('base64')}`,
    sign: (text) => Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]),
  }
}

/** The name, the id (8 hexadecimal digits) and the public key of `name+id+key`; null where it is none. */
export function parseVerifier(verifier: string) {
  const [, name, id, encoded] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(verifier) ?? []
  if (!name || !id || !encoded) return null
  const key = Buffer.from(encoded, 'base64')
  if (key.length !== 33 || key[0] !== 1 || keyId(name, key).toString('hex') !== id) return null
  return { name, id, key: key.subarray(1) }
}

function keyId(name: string, key: Buffer): Buffer {
  return createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4)
}

/** A text with its signatures beneath: C2SP signed-note. The text ends in a newline. */
export function signNote(text: string, keys: readonly SigningKey[]): string {
  const lines = keys.map((key) => `— ${key.name} ${key.sign(text).toString('base64')}\n`)
  return `${text}\n${lines.join('')}`
}

/** Whether a note bears a good signature of a key. */
export function isSignedBy(note: string, verifier: string): boolean {
  const key = parseVerifier(verifier)
  const { text, signatures } = partsOf(note)
  if (!key) return false
  return signatures.some((line) => {
    const [, name, encoded] = /^— (\S+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? []
    const bytes = Buffer.from(encoded ?? '', 'base64')
    // One signature has one way of being written.
    if (bytes.toString('base64') !== encoded) return false
    if (name !== key.name || bytes.subarray(0, 4).toString('hex') !== key.id) return false
    const publicKey = createPublicKey({
      key: Buffer.concat([publicEnvelope, key.key]),
      format: 'der',
      type: 'spki',
    })
    return verify(null, Buffer.from(text), publicKey, bytes.subarray(4))
  })
}

function partsOf(note: string): { text: string; signatures: string[] } {
  const end = note.lastIndexOf('\n\n')
  return {
    text: note.slice(0, end + 1),
    signatures: note
      .slice(end + 2)
      .split('\n')
      .slice(0, -1),
  }
}

/**
 * The text of a checkpoint: C2SP tlog-checkpoint. Its number and time stand in extension lines, so that
 * they are signed as well.
 */
export function checkpointText({ origin, size, root, number, signedAt }: CheckpointFacts): string {
  return `${origin}\n${size}\n${root}\nnumber ${number}\ntime ${signedAt}\n`
}

/** The text that introduces a new key. Its first line keeps it from being taken for a checkpoint. */
export function rotationText(facts: RotationFacts): string {
  const { origin, number, verifier, afterCheckpoint, since } = facts
  return `${origin}/key-rotation\nkey ${number}\n${verifier}\nafter checkpoint ${afterCheckpoint}\ntime ${since}\n`
}

/** Whether a note is of this text. */
export function isNoteOf(note: string, text: string): boolean {
  return partsOf(note).text === text
}

/** What a checkpoint's note says, its signature not looked at; null where it is none. */
export function parseCheckpoint(note: string): CheckpointFacts | null {
  const [origin = '', size, root = '', number, time, ...rest] = partsOf(note).text.split('\n')
  const facts = {
    origin,
    size: Number(size),
    root,
    number: Number(/^number (\d+)$/.exec(number ?? '')?.[1]),
    signedAt: /^time (\S+)$/.exec(time ?? '')?.[1] ?? '',
  }
  return rest.join() === '' && isNoteOf(note, checkpointText(facts)) ? facts : null
}
