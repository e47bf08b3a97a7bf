import 'server-only'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import ZipStream from 'zip-stream'
import type { ShownCheckpoint } from '@/features/register/log/checkpoints/model/checkpoint'
import {
  listLogKeys,
  streamCheckpoints,
} from '@/features/register/log/checkpoints/queries/checkpoints'
import { streamEntries } from '@/features/register/log/checkpoints/queries/proofs'
import { languages } from '@/i18n/language'
import { licenceText } from '@/i18n/licence'
import { messagesIn } from '@/i18n/messages'
import { environment } from '@/server/environment'
import { dictionaryFile } from '../formats/dictionary'
import { wholeOf } from '../input'
import { dictionaryName, tableNames } from '../model/table'
import { type Head, readTable } from '../queries/read-table'
import { addressOf, factsOf, writeAs } from '../queries/write-list'

/** A file of the archive: its name and its content, in chunks. */
type Entry = { name: string; content: AsyncIterable<Buffer | string> | Iterable<Buffer | string> }

/**
 * Writes the whole register as a ZIP archive: all lists as CSV and JSON, the data dictionary, the log with the
 * checkpoint that signs it, and the checksums of all of these. Of the same head it is the same to the byte:
 * the times in it are the head's, and the order is fixed.
 *
 * @param checkpoint the first over this head.
 */
export async function writeArchive(
  file: string,
  head: Head,
  checkpoint: ShownCheckpoint,
): Promise<void> {
  const zip = new ZipStream({ zlib: { level: 9 } })
  const written = pipeline(zip, createWriteStream(file))
  const fill = async () => {
    const sums: string[] = []
    for (const entry of entriesOf(head, checkpoint)) {
      sums.push(`${await add(zip, entry, head)}  ${entry.name}\n`)
    }
    await add(zip, { name: 'SHA256SUMS', content: [sums.join('')] }, head)
    zip.finalize()
  }
  try {
    await Promise.all([fill(), written])
  } catch (error) {
    zip.destroy()
    await written.catch(() => {})
    throw error
  }
}

function* entriesOf(head: Head, checkpoint: ShownCheckpoint): Generator<Entry> {
  yield { name: 'README.txt', content: [readme(head)] }
  yield { name: dictionaryName, content: [dictionaryFile('en')] }
  for (const format of ['csv', 'json'] as const) {
    for (const table of tableNames) {
      yield { name: `${format}/${table}.${format}`, content: list(table, format, head) }
    }
  }
  yield { name: 'log.jsonl', content: log(head.number) }
  yield { name: 'checkpoint.txt', content: [checkpoint.note] }
  yield { name: 'checkpoints.json', content: checkpoints(checkpoint) }
}

/** Adds a file. @returns its SHA-256, hexadecimal. */
async function add(zip: ZipStream, { name, content }: Entry, head: Head): Promise<string> {
  const hash = createHash('sha256')
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const piece of content) {
      const bytes = Buffer.from(piece as string)
      hash.update(bytes)
      yield bytes
    }
  }
  const source = Readable.from(hashed(), { objectMode: false })
  await new Promise<void>((resolve, reject) => {
    source.once('error', reject)
    // A ZIP keeps even seconds from 1980 on.
    const date = new Date(head.recordedAt)
    zip.entry(source, { name, date, mode: 0o644 }, (error) => (error ? reject(error) : resolve()))
  })
  return hash.digest('hex')
}

async function* list(
  table: (typeof tableNames)[number],
  format: 'csv' | 'json',
  head: Head,
): AsyncGenerator<Buffer> {
  const query = wholeOf(table)
  const about = { moment: null, on: null, head, params: query }
  const facts = await factsOf(table, addressOf(table, format, query), about)
  yield await writeAs(format, facts, readTable(table, query), true)
}

async function* log(size: number): AsyncGenerator<string> {
  for await (const entries of streamEntries(size)) yield `${entries.join('\n')}\n`
}

/** The checkpoints and keys up to the one that signs this log: with these the log is verified. */
async function* checkpoints(last: ShownCheckpoint): AsyncGenerator<string> {
  const { origin, keys } = await listLogKeys()
  const known = keys.filter(({ number }) => number <= last.key)
  yield `${JSON.stringify({ origin, keys: known }).slice(0, -1)},"checkpoints":[`
  let separator = '\n'
  for await (const some of streamCheckpoints(0, last.number)) {
    for (const checkpoint of some) {
      yield `${separator}${JSON.stringify(checkpoint)}`
      separator = ',\n'
    }
  }
  yield '\n]}\n'
}

/** What the archive is, as of when, and what may be done with it. */
function readme(head: Head): string {
  const paragraphs = languages.map((language) => {
    const { site, exchange, downloads } = messagesIn(language)
    const { notes } = exchange
    return [
      site.name,
      environment().BASE_URL,
      `${notes.head}: ${head.number}`,
      `${downloads.notes.headRecordedAt}: ${head.recordedAt}`,
      `${notes.independence}: ${notes.independenceText}`,
      `${notes.sources}: ${notes.sourcesText}`,
      `${notes.licence}: ${licenceText(language)}`,
      `${downloads.archive.check} sha256sum -c SHA256SUMS`,
    ].join('\n')
  })
  return `${paragraphs.join('\n\n')}\n`
}
