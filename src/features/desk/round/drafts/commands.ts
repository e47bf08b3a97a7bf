import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayWrite } from '@/features/desk/officers/policy'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import { newId } from '@/server/database/new-id'
import type { Outcome } from '@/server/outcome'
import { draftInput } from '../submissions/input'
import { differingFields, type FoundDraft } from './model'
import { findDraft } from './queries'

/**
 * Keeps what an officer is typing, in place of what was kept of the same form. A draft is the officer's own
 * affair: nobody else sees it, and it is not audited. Submitting ends it.
 * Refused: `not_allowed` (who may write nothing), `invalid` (no form, or too long), `draft_moved` with what
 * another window has kept meanwhile.
 * @returns when it was kept, as an ISO time, and the version that it is now.
 */
export async function saveDraft(
  actor: Officer,
  input: unknown,
): Promise<
  Outcome<
    { savedAt: string; version: string },
    { reason: 'not_allowed' | 'invalid' } | { reason: 'draft_moved'; other: FoundDraft }
  >
> {
  const refuse = refuser(actor, 'submissions.save_draft', null)
  if (!mayWrite(actor)) return refuse({ reason: 'not_allowed' })
  const parsed = draftInput.safeParse(input)
  if (!parsed.success) return refuse({ reason: 'invalid' })
  const { key, values, baseVersion, seen, version = newId() } = parsed.data
  const updatedAt = now()
  const kept = { values, baseVersion, updatedAt, version }
  const db = await database()
  const own = { officerId: actor.id, key }
  // One statement each, so that of two windows at the same moment the second is told of the first.
  const changed = await db.draft.updateMany({
    where: { ...own, version: { in: seen } },
    data: kept,
  })
  const { count } =
    changed.count > 0
      ? changed
      : await db.draft.createMany({ data: { ...own, ...kept }, skipDuplicates: true })
  if (count > 0) return { ok: true, savedAt: updatedAt.toISOString(), version }
  const other = await findDraft(actor, key)
  // It has been thrown away this instant.
  if (!other) return saveDraft(actor, input)
  return differingFields(values, other.values).length === 0
    ? { ok: true, savedAt: other.updatedAt, version: other.version }
    : { ok: false, reason: 'draft_moved', other }
}

/**
 * Throws a draft away, if it is still of this version; nothing happens when there is none.
 * @returns false where another window has changed it since.
 */
export async function discardDraft(
  actor: Officer,
  { key, version }: { key: string; version: string },
): Promise<boolean> {
  const db = await database()
  const own = { officerId: actor.id, key }
  await db.draft.deleteMany({ where: { ...own, version } })
  return (await db.draft.count({ where: own })) === 0
}
