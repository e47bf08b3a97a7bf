import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { environment } from '@/server/environment'
import { type SigningKey, signingKey } from '../model/note'

// The secret half of the key is kept outside the database, so that whoever can change the log there cannot
// sign it: in LOG_KEY, or in the data directory. The last checkpoint signed is kept beside it, so that a
// database that was put back to an earlier day is noticed.

const keyFile = 'log-key'
const nextKeyFile = 'log-key.next'
const lastSignedFile = 'log-checkpoint'

/** The key of this public half, where this server has it; null where it has not. */
export function heldKey(name: string, verifier: string): SigningKey | null {
  const { LOG_KEY } = environment()
  const isMeant = (seed: Buffer | null) => seed && signingKey(name, seed).verifier === verifier
  const set = LOG_KEY ? Buffer.from(LOG_KEY, 'base64') : readSeed(keyFile)
  if (set && isMeant(set)) return signingKey(name, set)
  const next = LOG_KEY ? null : readSeed(nextKeyFile)
  if (!next || !isMeant(next)) return null
  // A rotation was interrupted between its commit and this step: the log names the new key, so it is the key.
  renameSync(inData(nextKeyFile), inData(keyFile))
  return signingKey(name, next)
}

/** The log's first key: the one of LOG_KEY, the one in the data directory, or one that is made there. */
export function firstKey(name: string): SigningKey {
  const { LOG_KEY } = environment()
  if (LOG_KEY) return signingKey(name, Buffer.from(LOG_KEY, 'base64'))
  return signingKey(name, readSeed(keyFile) ?? makeSeed(keyFile))
}

/**
 * The next key: made in the data directory beside the present one, or passed where LOG_KEY is set.
 * @param secret 32 bytes in base64.
 */
export function nextKey(name: string, secret: string | null): SigningKey {
  if (secret) return signingKey(name, Buffer.from(secret, 'base64'))
  // A leftover of an interrupted rotation, whose key never became public.
  rmSync(inData(nextKeyFile), { force: true })
  return signingKey(name, makeSeed(nextKeyFile))
}

/** The last checkpoint that this server signed: the note; null before the first. */
export function lastSigned(): string | null {
  return readText(lastSignedFile)
}

/** Stores the last checkpoint signed, after its transaction: the file may be one behind, never ahead. */
export function noteLastSigned(note: string): void {
  const draft = `${inData(lastSignedFile)}.${process.pid}`
  rmSync(draft, { force: true })
  writeNew(draft, note)
  renameSync(draft, inData(lastSignedFile))
}

function readSeed(name: string): Buffer | null {
  const text = readText(name)
  if (text === null) return null
  const seed = Buffer.from(text.trim(), 'base64')
  if (seed.length === 32) return seed
  throw new Error(`${inData(name)} is no key of the log: 32 bytes in base64 are expected.`)
}

function makeSeed(name: string): Buffer {
  const seed = randomBytes(32)
  mkdirSync(environment().DATA_DIR, { recursive: true })
  writeNew(inData(name), `${seed.toString('base64')}\n`)
  return seed
}

function readText(name: string): string | null {
  try {
    return readFileSync(inData(name), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Writes a file that only the server's account reads, and waits for the disk: a key that is lost signs nothing more. */
function writeNew(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function inData(name: string): string {
  return path.join(environment().DATA_DIR, name)
}
