import { recordRevision } from '@/features/register/log/commands/record'
import type { Database } from '@/server/database/database'
import { enterActors, enterDevelopments, enterGlossary, enterSources, keepTexts } from './actors'
import { applyAmendments } from './amendments'
import { enterConferences, enterFields } from './conferences'
import { readAmendments } from './corrections'
import { enterDocuments } from './documents'
import { readFacts } from './facts'
import { enterProjects } from './projects'
import { startRun } from './run'
import { publishOpeningStatuses, register } from './statements'

/**
 * Enters the facts that the register opens with, through the public log, and corrects them as `amendments`
 * say, once each, in one transaction: all of them or none. What the register holds already is left as it is,
 * so a second run changes nothing, and a run after officers have worked overwrites nothing of theirs.
 * @returns how many revisions were added; 0 when everything was there.
 */
export async function seed(db: Database): Promise<{ revisions: number }> {
  const facts = readFacts()
  return db.$transaction(
    async (tx) => {
      // Two processes that start on one empty database: the second waits, and finds everything there.
      await tx.$executeRaw`select pg_advisory_xact_lock(${seedLock})`
      const run = await startRun(tx)
      await enterSources(run, facts.sources)
      await keepTexts(run, facts.keptTexts)
      await enterActors(run, facts)
      await enterConferences(run, facts)
      await enterFields(run, facts.fields)
      await enterProjects(run, facts)
      await enterDocuments(run, facts)
      await enterDevelopments(run, facts.developments)
      await enterGlossary(run, facts.glossary)
      await run.rows.write(tx)
      for (const { kind, reference, citations } of run.entered) {
        await recordRevision(tx, {
          kind,
          reference,
          citations,
          action: 'entered',
          actor: register,
        })
      }
      const published = await publishOpeningStatuses(run, facts.openingStatuses)
      const corrected = await applyAmendments(run, readAmendments())
      return { revisions: run.entered.length + published + corrected }
    },
    { timeout: 600_000 },
  )
}

/** Any number, the same in every process that seeds. */
const seedLock = 20240427
