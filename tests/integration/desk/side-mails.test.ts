import { expect, test } from 'vitest'
import { composeMail } from '@/features/desk/mail/commands/compose'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { newOfficer } from '~/tests/support/desk/officers'
import { sendStatement } from '~/tests/support/desk/rounds'
import { freshDatabase } from '~/tests/support/server/database'

freshDatabase()

const officers = [
  { name: '陳', language: 'zh-Hant', says: ['貴方', '不再有效'] },
  { name: '陈', language: 'zh-Hans', says: ['贵方', '不再有效'] },
  { name: 'Chan', language: 'en', says: ['Your side’s', 'no longer counts'] },
]

test('the other side is told in its language what it is asked, and what became of its word', async () => {
  const [author, reviewer] = [await newOfficer('editor'), await newOfficer('reviewer')]
  const submission = await sendStatement(author, '6-5.1', { assertedBy: 'both_sides' })
  const { version = 0 } = (await findItemToState('6-5.1'))?.live ?? {}
  const detail = { reference: '6-5.1', was: 'confirms', is: 'confirmed_earlier' }
  const createdAt = new Date()
  const asked = { kind: 'side_asked', detail: { submission }, createdAt } as const
  // Until a reviewer has approved it, nobody is asked.
  const [first] = officers as [(typeof officers)[0]]
  expect(await composeMail({ ...asked, officer: first })).toBe('settled')
  await publishSubmission(reviewer, { id: submission, version })
  for (const officer of officers) {
    const request = await composeMail({ ...asked, officer })
    expect(request).toMatchObject({ subject: expect.stringContaining('6-5.1') })
    const told = await composeMail({ kind: 'side_touched', detail, createdAt, officer })
    if (request === 'settled' || told === 'settled') throw new Error('Nothing is told.')
    expect(request.text).toContain(`/desk/submissions/${submission}`)
    for (const words of officer.says) expect(told.text).toContain(words)
    expect(told.text).toContain('/desk/items/6-5.1#confirmation')
  }
})
