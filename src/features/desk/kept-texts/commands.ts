import 'server-only'
import { recordAct } from '@/server/audit/audit'
import { refuser } from '@/server/audit/refuser'
import { now } from '@/server/clock'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import type { Officer } from '../officers/model'
import { mayEdit } from '../officers/policy'
import { keptTextInput } from './input'

type KeptTextRefusal = { reason: 'not_allowed' | 'invalid' | 'no_such_source' }

/**
 * Keeps the words of a source, to check quotes against: in the place of those kept before, and never published.
 * An empty text takes them away.
 * Refused: `not_allowed`, `invalid` (too long), `no_such_source`; audited.
 */
export async function keepText(
  actor: Officer,
  asked: unknown,
): Promise<Outcome<{ source: string }, KeptTextRefusal>> {
  const action = 'sources.keep_text'
  const parsed = keptTextInput.safeParse(asked)
  const refuse = refuser(actor, action, parsed.data?.source ?? null)
  if (!mayEdit(actor, { kind: 'source', fields: [] })) return refuse({ reason: 'not_allowed' })
  if (!parsed.success) return refuse({ reason: 'invalid' })
  const { source: slug, body } = parsed.data
  const db = await database()
  const source = await db.source.findUnique({ where: { slug } })
  if (!source) return refuse({ reason: 'no_such_source' })
  const sourceId = source.id
  await db.$transaction(async (tx) => {
    if (body.trim() === '') await tx.keptText.deleteMany({ where: { sourceId } })
    else {
      const kept = { body, keptAt: now() }
      await tx.keptText.upsert({
        where: { sourceId },
        create: { sourceId, ...kept },
        update: kept,
      })
    }
    await recordAct(tx, {
      officerId: actor.id,
      action,
      subject: slug,
      outcome: 'done',
      detail: { characters: body.length },
    })
  })
  return { ok: true, source: slug }
}
