import 'server-only'
import { type Database, database } from '@/server/database/database'
import { holdLog } from '@/server/database/hold-log'
import { type SearchedKind, searchKinds } from '../model/passages'
import { edition, entriesOf, entriesOfQuotes } from '../queries/entries'
import { learnFrequencies } from '../queries/frequencies'
import { listQuoting } from '../queries/quoting'
import { latestSnapshots } from '../queries/snapshots'

/** How many entries are made in one transaction. */
const batch = 200

/**
 * Makes the search entries that are missing or of an older edition: those of a register that was filled before
 * there were any. Does nothing where all are there, so it may run at every start.
 * Learns how common each gram is as well.
 * @returns how many were made.
 */
export async function fillSearch(): Promise<number> {
  const db = await database()
  let made = 0
  for (const kind of searchKinds) {
    if (kind !== 'quote') made += await fillKind(db, kind)
  }
  made += await fillQuotes(db)
  // How common each gram is: the embedded engine counts only when told to.
  if (made > 0) await db.$executeRaw`analyze "SearchEntry"`
  await learnFrequencies(db)
  return made
}

async function fillKind(db: Database, kind: SearchedKind): Promise<number> {
  const missing = await db.$queryRaw<{ reference: string }[]>`
    select distinct "subjectReference" as reference from "Revision" r
    where "subjectKind" = ${kind}::"SubjectKind" and not exists (
      select from "SearchEntry" e
      where e.kind = ${kind}::"SearchKind" and e.reference = r."subjectReference" and e.edition = ${edition})`
  for (let from = 0; from < missing.length; from += batch) {
    const references = missing.slice(from, from + batch).map(({ reference }) => reference)
    await db.$transaction(
      async (tx) => {
        // Holds the log, so that no entry is made from data that has just been replaced.
        await holdLog(tx)
        const data = await entriesOf(tx, await latestSnapshots(tx, kind, references))
        await tx.searchEntry.deleteMany({ where: { kind, reference: { in: references } } })
        await tx.searchEntry.createMany({ data })
      },
      { timeout: 120_000 },
    )
  }
  return missing.length
}

async function fillQuotes(db: Database): Promise<number> {
  await db.searchEntry.deleteMany({ where: { kind: 'quote', edition: { not: edition } } })
  const cited = await db.$queryRaw<{ source: string; quote: string; isOnlySaid: boolean }[]>`
    select s.slug as source, c.quote,
      bool_and(c."statementId" is not null or c."confirmationId" is not null) as "isOnlySaid"
    from "Citation" c join "Source" s on s.id = c."sourceId"
    where c.quote is not null and not exists (
      select from "SearchEntry" e
      where e.kind = 'quote' and e."sourceSlug" = s.slug and e.quote = c.quote)
    group by s.slug, c.quote`
  const missing: typeof cited = []
  for (const one of cited) {
    // A quote cited by statements or views alone counts only while one of them is live.
    if (!one.isOnlySaid || (await listQuoting(db, one)).length > 0) missing.push(one)
  }
  for (let from = 0; from < missing.length; from += batch) {
    const data = await entriesOfQuotes(db, missing.slice(from, from + batch))
    await db.searchEntry.createMany({ data, skipDuplicates: true })
  }
  return missing.length
}
