import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { mayConfirm } from '@/features/desk/officers/policy'
import { standsBy } from '@/features/register/states/model/statements'
import { confirmed } from '../model/item'
import { type SpeakInput, speakForSide } from './speak'

/**
 * Confirms a published statement for the officer's side. It is public at once: the statement itself has been
 * reviewed, and the one who confirms is not its author. What was said of an earlier wording can be said anew.
 *
 * Refused: `no_such_item`, `not_in_charge` (or one's own statement), `no_statement`, `conflict` (another
 * statement is live than the officer saw), `already_confirmed`; audited.
 */
export function confirmStatement(actor: Officer, input: SpeakInput) {
  return speakForSide(actor, input, {
    action: 'progress.confirm',
    stance: 'confirms',
    revision: 'confirmed',
    may: (item) => mayConfirm(actor, confirmed(item)),
    against: (last) =>
      last && standsBy(last.stance) && !last.isCarried ? ('already_confirmed' as const) : null,
  })
}
