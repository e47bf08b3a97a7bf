#!/usr/bin/env node
// Verifies the public log of the Hong Kong–Shanghai Co-operation Tracker, without trusting the site that
// serves it. One file, no dependency, Node 20 or newer:
//
//   node verify-log.mjs https://the-site            downloads everything and checks it
//   node verify-log.mjs log.jsonl checkpoints.json  checks files that were downloaded before
//
//   --kept checkpoint.txt   also: that the log still begins with what this checkpoint, kept from an
//                           earlier day, was signed for (this is what uncovers a log that was replaced)
//   --key name+id+key       also: that this is one of the log's keys
//   --save folder           keeps what was downloaded: log.jsonl, checkpoints.json, checkpoint.txt
//
// Exit code 0: everything holds. 1: something does not, and the lines say what. 2: it could not be checked.
//
// What is checked: each line of log.jsonl is an entry in the one form of RFC 8785, numbered in order. Their
// SHA-256 hashes are the leaves of a tree (RFC 6962, 2.1). Each checkpoint is a note (c2sp.org/signed-note,
// c2sp.org/tlog-checkpoint) that says how many entries there are and the root of the tree over them, signed
// with Ed25519. Checkpoints are numbered without a gap; a key is introduced by the one before it.

const node = globalThis.process?.versions?.node
  ? {
      crypto: await import('node:crypto'),
      fs: await import('node:fs/promises'),
      url: await import('node:url'),
    }
  : null
const utf8 = new TextEncoder()

// Hashes and trees: RFC 6962, 2.1 ------------------------------------------------------------------------

/** SHA-256 of bytes. Of its own in a browser, where the built-in one is missing on plain http. */
export function sha256(bytes) {
  if (node) return new Uint8Array(node.crypto.createHash('sha256').update(bytes).digest())
  return sha256InScript(bytes)
}

/** The hash of an entry: its text, in UTF-8, behind a zero byte. */
export function leafHash(entry) {
  return sha256(joined([0], typeof entry === 'string' ? utf8.encode(entry) : entry))
}

/** The hash of two subtrees side by side. */
export function nodeHash(left, right) {
  return sha256(joined([1], left, right))
}

/** Grows a tree by a leaf at a time. */
export class Tree {
  size = 0
  #edge = []

  add(leaf) {
    let top = { level: 0, hash: leaf }
    while (this.#edge.at(-1)?.level === top.level) {
      top = { level: top.level + 1, hash: nodeHash(this.#edge.pop().hash, top.hash) }
    }
    this.#edge.push(top)
    this.size += 1
  }

  /** The root over all leaves so far, in base64. */
  root() {
    if (this.size === 0) return toBase64(sha256(new Uint8Array()))
    const hashes = this.#edge.map(({ hash }) => hash)
    return toBase64(hashes.reduceRight((right, left) => nodeHash(left, right)))
  }
}

/** Whether a proof shows that a leaf is in the tree: RFC 9162, 2.1.3.2. Hashes in base64; `index` from 0. */
export function verifyInclusion({ index, size, leaf, root, hashes }) {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  let [position, last] = [index, size - 1]
  let hash = fromBase64(leaf)
  for (const text of hashes) {
    const other = fromBase64(text)
    if (last === 0 || !hash || !other) return false
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(other, hash)
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)]
    } else hash = nodeHash(hash, other)
    ;[position, last] = [half(position), half(last)]
  }
  return last === 0 && hash !== null && toBase64(hash) === root
}

/** Whether a proof shows that the tree of one size is the beginning of that of another: RFC 9162, 2.1.4.2. */
export function verifyConsistency({ from, to, fromRoot, toRoot, hashes }) {
  if (!isCount(from) || !isCount(to) || from < 1 || from > to) return false
  if (from === to) return hashes.length === 0 && fromRoot === toRoot && fromBase64(toRoot) !== null
  if (hashes.length === 0) return false
  const path = hashes.map(fromBase64)
  if (Number.isInteger(Math.log2(from))) path.unshift(fromBase64(fromRoot))
  if (path.some((hash) => hash === null)) return false
  let [position, last] = [from - 1, to - 1]
  while (position % 2 === 1) [position, last] = [half(position), half(last)]
  const first = path.shift()
  let [old, present] = [first, first]
  for (const hash of path) {
    if (last === 0) return false
    if (position % 2 === 1 || position === last) {
      ;[old, present] = [nodeHash(hash, old), nodeHash(hash, present)]
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)]
    } else present = nodeHash(present, hash)
    ;[position, last] = [half(position), half(last)]
  }
  return last === 0 && toBase64(old) === fromRoot && toBase64(present) === toRoot
}

// JSON in one form: RFC 8785 -----------------------------------------------------------------------------

/** The one text of a value. @throws what JSON cannot hold. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const parts = Object.keys(value)
      .sort()
      .map((name) => `${canonical(name)}:${canonical(value[name])}`)
    return `{${parts.join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('No number of JSON.')
  // With /u half a character is one of its own kind.
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value))
    throw new Error('Half a character.')
  return JSON.stringify(value)
}

/** Whether a line is an entry of this number, in the one form. */
function isEntry(line, number) {
  try {
    const entry = JSON.parse(line)
    return entry?.number === number && canonical(entry) === line
  } catch {
    return false
  }
}

// Notes: c2sp.org/signed-note ----------------------------------------------------------------------------

/** The parts of `name+id+key`; null where it is none. */
export function parseVerifier(verifier) {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(verifier) ?? []
  const key = fromBase64(encoded ?? '')
  if (!name || key?.length !== 33 || key[0] !== 1) return null
  const digest = sha256(joined(utf8.encode(`${name}\n`), key))
  return toHex(digest.subarray(0, 4)) === id ? { name, id, key: key.subarray(1) } : null
}

/** The text of a note, and its lines of signature. */
export function parseNote(note) {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return { text: '', signatures: [] }
  return { text: note.slice(0, end + 1), signatures: note.slice(end + 2, -1).split('\n') }
}

/** Whether a note bears a good signature of a key. Null where this browser cannot tell. */
export async function isSignedBy(note, verifier) {
  const key = parseVerifier(verifier)
  if (!key) return false
  const { text, signatures } = parseNote(note)
  for (const line of signatures) {
    const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? []
    const bytes = fromBase64(encoded ?? '')
    if (!bytes || name !== key.name || toHex(bytes.subarray(0, 4)) !== key.id) continue
    return verifyEd25519(key.key, bytes.subarray(4), utf8.encode(text))
  }
  return false
}

async function verifyEd25519(key, signature, text) {
  if (node) {
    const spki = joined(fromHex('302a300506032b6570032100'), key)
    const publicKey = node.crypto.createPublicKey({ key: spki, format: 'der', type: 'spki' })
    return node.crypto.verify(null, text, publicKey, signature)
  }
  try {
    const algorithm = { name: 'Ed25519' }
    const publicKey = await crypto.subtle.importKey('raw', key, algorithm, false, ['verify'])
    return await crypto.subtle.verify(algorithm, publicKey, signature, text)
  } catch {
    return null
  }
}

/** The text that a checkpoint's facts are signed as. */
function checkpointText(origin, { number, size, root, signedAt }) {
  return `${origin}\n${size}\n${root}\nnumber ${number}\ntime ${signedAt}\n`
}

// The whole log ------------------------------------------------------------------------------------------

/**
 * Checks a log with its checkpoints.
 * @param log.entries the lines of log.jsonl
 * @param log.checkpoints what checkpoints.json holds: origin, keys, checkpoints
 * @param log.kept a checkpoint's note from an earlier day, or null
 * @param log.key a key that must be among the log's, or null
 * @returns `problems`: a sentence for each thing that is wrong, with a `code` and a `number` where there is
 *   one; none when everything holds. `unchecked`: how many signatures this browser cannot check.
 */
export async function verifyLog({ entries, checkpoints: held, kept = null, key = null }) {
  const result = { problems: [], unchecked: 0, size: 0, root: '', checkpoints: 0 }
  const fail = (code, number, text) => void result.problems.push({ code, number, text })
  const { origin, keys, checkpoints } = held ?? {}
  if (typeof origin !== 'string' || !Array.isArray(keys) || !Array.isArray(checkpoints)) {
    fail(
      'form',
      null,
      'The file of checkpoints is none: origin, keys and checkpoints are expected.',
    )
    return result
  }
  const signed = async (note, verifier) => {
    const answer = await isSignedBy(note, verifier)
    if (answer === null) result.unchecked += 1
    return answer !== false
  }
  const log = { entries, origin, keys, checkpoints, kept, signed, fail }
  const firstOf = await checkKeys(log)
  if (key !== null && !keys.some((one) => one?.verifier === key)) {
    fail('key', null, `The key ${key} is none of this log's keys.`)
  }
  if (result.problems.length === 0) await checkCheckpoints(log, firstOf)
  if (result.problems.length === 0) checkEntries(log)
  if (result.problems.length === 0 && kept !== null) await checkKept(log)
  const { size, root } = checkpoints.at(-1) ?? {}
  return Object.assign(result, { size, root, checkpoints: checkpoints.length })
}

/** @returns the number of the first checkpoint that each key signs. */
async function checkKeys({ origin, keys, checkpoints, signed, fail }) {
  const firstOf = [1]
  if (keys.length === 0) fail('key', 1, 'There is no key.')
  for (const [index, key] of keys.entries()) {
    const { number, id, verifier, since, note } = key ?? {}
    const parsed = parseVerifier(String(verifier))
    if (number !== index + 1 || parsed?.name !== origin || parsed.id !== id) {
      fail('key', index + 1, `Key ${index + 1} is not a key of this log, or is out of order.`)
      break
    }
    if (index === 0) {
      if (note !== null || since !== checkpoints[0]?.signedAt) {
        fail('key', 1, 'Key 1 does not begin with the first checkpoint.')
      }
      continue
    }
    const { text } = parseNote(String(note))
    const after = Number(/^after checkpoint (\d+)$/m.exec(text)?.[1])
    const facts = `key ${number}\n${verifier}\nafter checkpoint ${after}\ntime ${since}\n`
    const isGood =
      text === `${origin}/key-rotation\n${facts}` &&
      after + 1 >= firstOf[index - 1] &&
      (await signed(note, keys[index - 1].verifier)) &&
      (await signed(note, verifier))
    if (!isGood) {
      fail('key', number, `Key ${number} is not introduced by key ${index} as it should be.`)
      break
    }
    firstOf.push(after + 1)
  }
  return firstOf
}

async function checkCheckpoints({ origin, keys, checkpoints, signed, fail }, firstOf) {
  const known = firstOf.at(-1) - 1
  if (checkpoints.length < Math.max(known, 1)) {
    const missing = checkpoints.length + 1
    return fail('checkpoint', missing, `Checkpoint ${missing} and those after it are missing.`)
  }
  let previous = null
  for (const [index, checkpoint] of checkpoints.entries()) {
    const number = index + 1
    const wrong = (text) => fail('checkpoint', number, `Checkpoint ${number}: ${text}`)
    if (checkpoint?.number !== number) {
      return wrong(`missing or out of order; number ${checkpoint?.number} stands in its place.`)
    }
    const { size, root, signedAt, note } = checkpoint
    const key = keys[firstOf.findLastIndex((first) => first <= number)]
    if (checkpoint.key !== key.number || checkpoint.keyId !== key.id) {
      return wrong(`it is not by key ${key.number}, which signed at that time.`)
    }
    if (typeof note !== 'string' || parseNote(note).text !== checkpointText(origin, checkpoint)) {
      return wrong('its note does not say what stands beside it.')
    }
    if (!(await signed(note, key.verifier))) return wrong('its signature does not hold.')
    if (!isCount(size) || size < 1) return wrong('it covers nothing.')
    if (previous) {
      if (size < previous.size) return wrong('it covers fewer entries than the one before.')
      if (size === previous.size && root !== previous.root) {
        return wrong('it signs another log of the same length: the log was forked.')
      }
      if (!(Date.parse(signedAt) >= Date.parse(previous.signedAt))) {
        return wrong('it is older than the one before.')
      }
    }
    previous = checkpoint
  }
}

function checkEntries({ entries, checkpoints, fail }) {
  const tree = new Tree()
  let next = 0
  for (const line of entries) {
    const number = tree.size + 1
    if (!isEntry(line, number)) {
      const what = 'an entry is altered, missing or out of order.'
      return fail(
        'entry',
        number,
        `Line ${number} is not entry ${number} as RFC 8785 writes it: ${what}`,
      )
    }
    tree.add(leafHash(line))
    for (; checkpoints[next]?.size === tree.size; next += 1) {
      if (tree.root() === checkpoints[next].root) continue
      const from = (checkpoints[next - 1]?.size ?? 0) + 1
      const part =
        from === tree.size ? `Entry ${from}` : `Something in entries ${from} to ${tree.size}`
      const signed = `what checkpoint ${next + 1} was signed for`
      return fail(
        'entry',
        from,
        `${part} is not ${signed}: altered, added, missing or out of order.`,
      )
    }
  }
  const covered = checkpoints.at(-1).size
  if (tree.size < covered) {
    fail(
      'entry',
      tree.size + 1,
      `Entries ${tree.size + 1} to ${covered}, which were signed, are missing.`,
    )
  }
  if (tree.size > covered) {
    fail(
      'entry',
      covered + 1,
      `Entries ${covered + 1} to ${tree.size} are covered by no checkpoint.`,
    )
  }
}

async function checkKept({ entries, kept, origin, keys, checkpoints, signed, fail }) {
  const [first, sizeText, root] = parseNote(kept).text.split('\n')
  const size = Number(sizeText)
  let isSigned = false
  for (const { verifier } of keys) isSigned ||= await signed(kept, verifier)
  if (first !== origin || !isSigned) {
    return fail('kept', null, 'The checkpoint that was kept is not signed by a key of this log.')
  }
  if (size > entries.length) {
    const here = `${entries.length} are here`
    return fail(
      'kept',
      size,
      `The log was cut short: the kept checkpoint covers ${size} entries, ${here}.`,
    )
  }
  const tree = new Tree()
  for (const line of entries.slice(0, size)) tree.add(leafHash(line))
  if (tree.root() !== root) {
    const other = `its first ${size} entries are not those of the kept checkpoint`
    return fail('kept', size, `The log was replaced: ${other}.`)
  }
  const number = Number(/^number (\d+)$/m.exec(kept)?.[1])
  if (checkpoints[number - 1]?.note !== kept) {
    fail(
      'kept',
      number,
      `The kept checkpoint, number ${number}, is not among the log's checkpoints.`,
    )
  }
}

/** The lines of a downloaded log. */
export function linesOf(text) {
  return text.replace(/\n$/, '').split('\n')
}

// From the command line ----------------------------------------------------------------------------------

const usage = `node verify-log.mjs https://the-site [--save folder] [--kept checkpoint.txt] [--key name+id+key]
node verify-log.mjs log.jsonl checkpoints.json [--kept checkpoint.txt] [--key name+id+key]`

async function run(words) {
  const { parseArgs } = await import('node:util')
  const options = { kept: { type: 'string' }, key: { type: 'string' }, save: { type: 'string' } }
  const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options })
  const [from, other] = positionals
  const isAddress = /^https?:\/\//.test(from ?? '')
  if (!from || isAddress === Boolean(other) || positionals.length > 2) {
    console.error(usage)
    return 2
  }
  const site = from.replace(/\/+$/, '')
  const { entries, checkpoints } = isAddress ? await download(site) : await readFiles(from, other)
  const kept = values.kept ? await node.fs.readFile(values.kept, 'utf8') : null
  if (values.save) await save(values.save, entries, checkpoints)
  const result = await verifyLog({ entries, checkpoints, kept, key: values.key ?? null })
  if (isAddress && result.problems.length === 0) {
    result.problems.push(...(await checkProofs(site, entries, checkpoints.checkpoints)))
  }
  for (const { text } of result.problems) console.error(`✗ ${text}`)
  if (result.problems.length > 0) return 1
  const { keys } = checkpoints
  const last = checkpoints.checkpoints.at(-1)
  const by = `${result.checkpoints} checkpoint(s) by ${keys.length} key(s)`
  console.log(`✓ ${result.size} entries are as they were signed, in ${by}.`)
  console.log(`  Log          ${checkpoints.origin}`)
  console.log(`  Fingerprint  ${result.root}`)
  console.log(`  Signed at    ${last.signedAt}`)
  console.log(`  Key          ${keys.at(-1).verifier}`)
  const hours = Math.floor((Date.now() - Date.parse(last.signedAt)) / 3_600_000)
  if (isAddress && hours >= 2) {
    console.log(`! The last checkpoint is ${hours} hours old; one an hour is promised.`)
  }
  return 0
}

async function readFiles(log, checkpoints) {
  const texts = await Promise.all([log, checkpoints].map((file) => node.fs.readFile(file, 'utf8')))
  return { entries: linesOf(texts[0]), checkpoints: parsed(texts[1]) }
}

async function download(site) {
  const checkpoints = parsed(await fetched(`${site}/log/checkpoints`))
  const lines = linesOf(await fetched(`${site}/log.jsonl`))
  // What was published between the two requests is covered by a checkpoint that the first did not give.
  const size = checkpoints?.checkpoints?.at?.(-1)?.size ?? lines.length
  return { entries: lines.slice(0, size), checkpoints }
}

async function fetched(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`)
  return response.text()
}

/** A file that is no JSON is a finding, not a failure of this program. */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Asks the site for proofs, and holds them against the log that was downloaded. */
async function checkProofs(site, entries, checkpoints) {
  const problems = []
  const fail = (number, which) => {
    problems.push({ code: 'proof', number, text: `The site's proof ${which} does not hold.` })
  }
  const proof = async (query) => JSON.parse(await fetched(`${site}/log/proof/${query}`))
  const { size, root } = checkpoints.at(-1)
  for (const entry of new Set([1, Math.ceil(size / 2), size])) {
    const { hashes } = await proof(`inclusion?entry=${entry}&size=${size}`)
    const leaf = toBase64(leafHash(entries[entry - 1]))
    if (!verifyInclusion({ index: entry - 1, size, leaf, root, hashes }))
      fail(entry, `for entry ${entry}`)
  }
  for (const { size: from, root: fromRoot } of [
    checkpoints[0],
    checkpoints[checkpoints.length >> 1],
  ]) {
    const { hashes } = await proof(`consistency?from=${from}&to=${size}`)
    const isGood = verifyConsistency({ from, to: size, fromRoot, toRoot: root, hashes })
    if (!isGood) fail(from, `from ${from} to ${size} entries`)
  }
  return problems
}

async function save(folder, entries, checkpoints) {
  await node.fs.mkdir(folder, { recursive: true })
  const file = (name, text) => node.fs.writeFile(`${folder}/${name}`, text)
  await file('log.jsonl', `${entries.join('\n')}\n`)
  await file('checkpoints.json', `${JSON.stringify(checkpoints)}\n`)
  await file('checkpoint.txt', checkpoints?.checkpoints?.at(-1)?.note ?? '')
}

// Bytes --------------------------------------------------------------------------------------------------

function half(number) {
  return Math.floor(number / 2)
}

function isCount(value) {
  return Number.isSafeInteger(value) && value >= 0
}

function joined(...parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** The bytes of base64 in its one way of being written; null otherwise. */
export function fromBase64(text) {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    return toBase64(bytes) === text ? bytes : null
  } catch {
    return null
  }
}

export function toBase64(bytes) {
  return btoa(String.fromCharCode(...bytes))
}

function toHex(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function fromHex(text) {
  return Uint8Array.from(text.match(/../g), (pair) => Number.parseInt(pair, 16))
}

let tables = null

/** FIPS 180-4, for where there is no other. */
export function sha256InScript(bytes) {
  tables ??= { initial: rootsOfPrimes(2).slice(0, 8), constants: rootsOfPrimes(3) }
  const { initial, constants } = tables
  const state = Uint32Array.from(initial)
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, bytes.length * 8)
  const turned = (word, by) => (word >>> by) | (word << (32 - by))
  const words = new Uint32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(block + i * 4)
    for (let i = 16; i < 64; i++) {
      const [x, y] = [words[i - 15], words[i - 2]]
      const low = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)
      const high = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)
      words[i] = words[i - 16] + low + words[i - 7] + high
    }
    let [a, b, c, d, e, f, g, h] = state
    for (let i = 0; i < 64; i++) {
      const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      const one = (h + high + ((e & f) ^ (~e & g)) + constants[i] + words[i]) | 0
      const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g]
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] += word
  }
  const digest = new DataView(new ArrayBuffer(32))
  for (const [i, word] of state.entries()) digest.setUint32(i * 4, word)
  return new Uint8Array(digest.buffer)
}

/** The first 32 bits after the point of the square or cube roots of the first 64 primes. */
function rootsOfPrimes(degree) {
  const found = []
  for (let number = 2; found.length < 64; number++) {
    let divisor = 2
    while (number % divisor !== 0) divisor++
    if (divisor !== number) continue
    const root = degree === 2 ? Math.sqrt(number) : Math.cbrt(number)
    found.push(Math.floor((root % 1) * 2 ** 32))
  }
  return found
}

// The last lines, since everything above has to be there: as a program, and not when it is imported.
const program =
  node && process.argv[1] ? await node.fs.realpath(process.argv[1]).catch(() => '') : ''
if (node && program === node.url.fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await run(process.argv.slice(2))
  } catch (error) {
    console.error(`It could not be checked: ${error.message}`)
    process.exitCode = 2
  }
}
