import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { maySpeak } from '@/features/desk/officers/policy'
import { confirmed } from '../model/item'
import { type SpeakInput, speakForSide } from './speak'

/**
 * Takes back what the officer's side has said of the statement that is live: its confirmation, its differing view,
 * or that it says so itself. Public at once; what was said stays in the log.
 *
 * Refused: `no_such_item`, `not_in_charge`, `no_statement`, `conflict` (another statement is live than the officer
 * saw), `nothing_said`; audited.
 */
export function withdrawWord(actor: Officer, input: SpeakInput) {
  return speakForSide(actor, input, {
    action: 'progress.withdraw_word',
    stance: 'withdrawn',
    revision: 'withdrawn',
    may: (item) => maySpeak(actor, confirmed(item)),
    against: (last) =>
      last === null || last.stance === 'withdrawn' ? ('nothing_said' as const) : null,
  })
}
