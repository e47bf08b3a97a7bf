import type { Officer } from '@/features/desk/officers/model'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import type { EditInput } from '@/features/desk/round/edits/input'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { findReview, type Review } from '@/features/desk/round/review/queries/find-review'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import { submitView } from '@/features/desk/round/statements/commands/submit-view'
import {
  type SubmittedStatement,
  viewInput,
} from '@/features/desk/round/statements/input/statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { assertionOf } from '@/features/register/states/model/statements'
import { statementFrom } from './statements'

type Answer = { ok: true; submission: string } | { ok: false; reason: string }

function idIn(answer: Answer): string {
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer)}`)
  return answer.submission
}

/** Puts a statement on its way. @returns the id of the submission; so do the next two. */
export async function sendStatement(
  author: Officer,
  reference: string,
  change: Partial<SubmittedStatement['statement']> = {},
  more: Partial<Pick<SubmittedStatement, 'correction' | 'replaces'>> = {},
): Promise<string> {
  const asked = await statementFrom(reference, { assertedBy: assertionOf(author.side), ...change })
  return idIn(await submitStatement(author, { ...asked, ...more }))
}

/** Puts the author's side's view of the live statement on its way. */
export async function submitSideView(
  author: Officer,
  reference: string,
  note: string,
): Promise<string> {
  const item = await findItemToState(reference)
  const view = viewInput.parse({
    reference,
    note: { 'zh-Hans': note, en: 'We see it otherwise.' },
    citation: {
      source: {
        kind: 'new',
        publisher: '示例局',
        title: '一则通告',
        url: `https://example.org/${encodeURIComponent(note)}`,
        sourceKind: 'government',
        language: 'zh-Hans',
      },
      quote: note,
    },
  })
  return idIn(
    await submitView(author, {
      view,
      statementId: item?.live.statementId ?? '',
      version: item?.live.version ?? 0,
    }),
  )
}

/** Puts a change of the register on its way. */
export async function submitChange(author: Officer, input: EditInput): Promise<string> {
  return idIn(await submitEdit(author, input))
}

/** A submission as a reviewer sees it now. */
export async function reviewOf(id: string): Promise<Review> {
  const review = await findReview(id)
  if (!review) throw new Error(`There is no submission ${id}.`)
  return review
}

/** Publishes a submission as the reviewer sees it. @returns the number of the revision. */
export async function publishSeen(reviewer: Officer, id: string): Promise<number> {
  const { version } = await reviewOf(id)
  const published = await publishSubmission(reviewer, { id, version })
  if (!published.ok || published.revision === null) {
    throw new Error(`Not published: ${JSON.stringify(published)}`)
  }
  return published.revision
}
