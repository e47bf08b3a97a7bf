import 'server-only'
import { randomBytes } from 'node:crypto'
import { factsOfNew } from '@/features/desk/round/submissions/model/citations'
import {
  NoSuchSource,
  type Round,
  signedBy,
} from '@/features/desk/round/submissions/model/submission'
import { recordRevision } from '@/features/register/log/commands/record'
import type { CitationInput, NewSource } from '@/features/register/sources/input'
import { findSourceByAddress } from '@/features/register/sources/queries'
import { midnight } from '@/features/register/subjects/model/columns'
import { entryColumns } from '@/features/register/texts/model/text'
import type { Transaction } from '@/server/database/database'

/**
 * The source that a citation names: the one chosen, or a new one, entered in the log as well.
 * @throws {NoSuchSource}
 */
export async function sourceOf(
  tx: Transaction,
  source: CitationInput['source'],
  round: Round,
): Promise<{ id: string; slug: string }> {
  if (source.kind === 'new') return addSource(tx, source, round)
  const found = await tx.source.findUnique({ where: { slug: source.slug } })
  if (!found) throw new NoSuchSource()
  return found
}

/**
 * Enters a source, unless one with the same address has been entered meanwhile, so that two officers who cite
 * the same page cite one source. Its publisher is called in each language as in the sources of it that are held.
 */
async function addSource(tx: Transaction, source: NewSource, round: Round) {
  const held = source.url && (await findSourceByAddress(tx, source.url))
  if (held) return held
  const facts = factsOfNew(source)
  const slug = sourceSlug(facts.publisher, facts.publishedOn)
  const publishedOn = facts.publishedOn && midnight(facts.publishedOn)
  const known = await tx.source.findFirst({
    where: { publisher: facts.publisher, texts: { some: namesOfPublisher } },
    include: { texts: { where: namesOfPublisher } },
    orderBy: { slug: 'asc' },
  })
  const added = await tx.source.create({
    data: {
      ...facts,
      slug,
      publishedOn,
      texts: {
        create: (known?.texts ?? []).map((text) => ({
          part: text.part,
          language: text.language,
          ...entryColumns(text),
        })),
      },
    },
  })
  await recordRevision(tx, {
    kind: 'source',
    reference: slug,
    action: 'entered',
    ...signedBy(round),
    citations: [],
  })
  return added
}

const namesOfPublisher = { part: 'publisher' } as const

/** A permanent name for a source: publisher and day as far as they are Latin, and random letters. */
export function sourceSlug(publisher: string, day: string | null): string {
  const words = publisher.toLowerCase().match(/[a-z0-9]+/g) ?? ['source']
  return [...words.slice(0, 4), day, randomBytes(3).toString('hex')].filter(Boolean).join('-')
}
