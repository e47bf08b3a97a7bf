import 'server-only'
import type { FieldProblem } from '@/components/forms/problems'
import type { Officer } from '@/features/desk/officers/model'
import { mayConfirm } from '@/features/desk/officers/policy'
import { createSubmissions } from '@/features/desk/round/submissions/commands/create'
import { refuser } from '@/server/audit/refuser'
import { database } from '@/server/database/database'
import type { Outcome } from '@/server/outcome'
import type { ViewInput } from '../input/statement'
import { confirmed } from '../model/item'
import { findItemToState } from '../queries/items'

/**
 * Takes into the round how the officer's side sees a published statement otherwise, with a citation. Once
 * another person has published it, readers see it beside the statement.
 *
 * Refused: `no_such_item`, `not_in_charge` (or one's own statement), `no_statement` (nothing is published),
 * `conflict` (another statement is live than the officer saw), `invalid`; audited.
 */
export async function submitView(
  actor: Officer,
  input: {
    view: ViewInput
    statementId: string
    version: number
    /** The returned submission that it takes the place of. */
    replaces?: string | null
  },
): Promise<
  Outcome<
    { submission: string },
    | { reason: 'no_such_item' | 'not_in_charge' | 'no_statement' | 'conflict' }
    | { reason: 'invalid'; problems: FieldProblem[] }
  >
> {
  const { view, statementId, version } = input
  const action = 'progress.submit_view'
  const refuse = refuser(actor, action, view.reference)
  const item = await findItemToState(view.reference)
  if (!item) return refuse({ reason: 'no_such_item' })
  const { live } = item
  if (!mayConfirm(actor, confirmed(item))) {
    return refuse({ reason: 'not_in_charge' })
  }
  if (!live.statementId) return refuse({ reason: 'no_statement' })
  if (live.statementId !== statementId) return refuse({ reason: 'conflict' })
  if (!view.citation.quote && !view.citation.locator) {
    const problems = [{ field: 'citation.quote', code: 'quote_or_locator' as const }]
    return refuse({ reason: 'invalid', problems })
  }
  const db = await database()
  const [submission = ''] = await db.$transaction((tx) =>
    createSubmissions(tx, actor, action, [
      {
        kind: 'view',
        subjectKind: item.kind,
        reference: item.reference,
        baseVersion: version,
        content: { view, statementId },
        correction: null,
        replaces: input.replaces ?? null,
      },
    ]),
  )
  return { ok: true, submission }
}
