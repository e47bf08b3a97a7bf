import { expect, test } from 'vitest'
import { isAlone } from '@/features/desk/officers/queries'
import { returnSubmission } from '@/features/desk/round/review/commands/return-submission'
import { findReview } from '@/features/desk/round/review/queries/find-review'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import { listOthersUnderway } from '@/features/desk/round/submissions/queries/list-submissions'
import { comparePlaces } from '@/features/register/history/model/changed-places'
import { newOfficer } from '~/tests/support/desk/officers'
import { statementFrom } from '~/tests/support/desk/statements'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

test('whoever submits is alone until another person may review', async () => {
  await db().officer.updateMany({ data: { disabledAt: new Date() } })
  const admin = await newOfficer('admin')
  const editor = await newOfficer('editor')
  expect(await isAlone(admin)).toBe(true)
  expect(await isAlone(editor)).toBe(false)
  const reviewer = await newOfficer('reviewer')
  expect(await isAlone(admin)).toBe(false)
  await db().officer.update({ where: { id: reviewer.id }, data: { disabledAt: new Date() } })
  expect(await isAlone(admin)).toBe(true)
})

test('an author hears of what others have underway of the item, and not of what was decided', async () => {
  const [me, other] = [await newOfficer('editor'), await newOfficer('editor')]
  const reviewer = await newOfficer('reviewer')
  const item = { kind: 'project', reference: '6-7.1' } as const
  const theirs = await submitted(other, '6-7.1')
  await submitted(other, '6-7.2')
  await submitted(me, '6-7.1')
  const heard = async () => (await listOthersUnderway(me, item)).map(({ id }) => id)
  expect(await heard()).toEqual([theirs])
  await returnSubmission(reviewer, { id: theirs, reason: 'Not yet.' })
  expect(await heard()).toEqual([])
})

test('a submission that was returned is compared with what was returned', async () => {
  const [author, reviewer] = [await newOfficer('editor'), await newOfficer('reviewer')]
  const asked = await statementFrom('6-8.1')
  const first = await submitted(author, '6-8.1')
  const tooLong = await returnSubmission(reviewer, { id: first, reason: 'x'.repeat(1001) })
  expect(tooLong).toEqual({ ok: false, reason: 'reason_too_long' })
  await returnSubmission(reviewer, { id: first, reason: 'Say when.' })
  const { statement } = asked
  const again = {
    ...asked,
    replaces: first,
    statement: { ...statement, note: { ...statement.note, en: 'In May, as asked.' } },
  }
  const outcome = await submitStatement(author, again)
  if (!outcome.ok) throw new Error(outcome.reason)
  const review = await findReview(outcome.submission)
  expect(review?.replaces).toMatchObject({ id: first, returnReason: 'Say when.' })
  const changed = comparePlaces(review?.replaces?.proposed ?? null, review?.proposed ?? never())
  expect(changed.filter(({ differs }) => differs).map(({ path }) => path)).toEqual([
    'statement.texts.note.en',
  ])
})

function never(): never {
  throw new Error('There is nothing to review.')
}

async function submitted(author: Awaited<ReturnType<typeof newOfficer>>, reference: string) {
  const outcome = await submitStatement(author, await statementFrom(reference))
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.submission
}
