import { expect, test, vi } from 'vitest'
import { recordRevision } from '@/features/register/log/commands/record'
import { atMoment, findRevisionMoment } from '@/features/register/log/queries/moment'
import { findProject } from '@/features/register/projects/queries/find-project'
import { pickText } from '@/i18n/localized-text'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

/** Writes a project's English note as a revision of its own. */
async function revise(reference: string, body: string, corrects?: number) {
  const { id: projectId } = await db().project.findUniqueOrThrow({ where: { reference } })
  return db().$transaction(async (tx) => {
    const place = { projectId, part: 'text' as const, language: 'en' }
    await tx.text.updateMany({ where: place, data: { body } })
    return recordRevision(tx, {
      kind: 'project',
      reference,
      action: 'text_changed',
      citations: [],
      actor: { role: 'register', side: null, officerId: null },
      correction: corrects ? { revision: corrects, why: { en: 'Wrong.' } } : null,
    })
  })
}

const textAt = async (reference: string, revision: number, of = reference) => {
  const moment = await findRevisionMoment('project', reference, revision)
  if (!moment) throw new Error('There is no such revision.')
  const project = await atMoment(moment, () => findProject(of))
  return project && pickText(project.text, 'en')?.body
}

test('a revision shows its subject as it left it, with what followed elsewhere on its day, and nothing of the next', async () => {
  const newest = await db().revision.findMany({ where: { subjectReference: '6-4.2' } })
  const first = newest.length + 1
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-03-01T10:00:00+08:00') })
  try {
    await revise('6-4.2', 'One')
    vi.setSystemTime(new Date('2027-03-01T23:59:59+08:00'))
    await revise('6-4.1', 'The same day')
    vi.setSystemTime(new Date('2027-03-02T00:00:01+08:00'))
    await revise('6-4.1', 'The day after')
    expect(await textAt('6-4.2', first)).toBe('One')
    expect(await textAt('6-4.2', first, '6-4.1')).toBe('The same day')

    // What its own next revision brought, and what came after that, is left out even of the same day.
    vi.setSystemTime(new Date('2027-03-02T09:00:00+08:00'))
    await revise('6-4.2', 'Two')
    await revise('6-4.1', 'Later that day')
    await revise('6-4.2', 'Three')
    expect(await textAt('6-4.2', first)).toBe('One')
    expect(await textAt('6-4.2', first + 1)).toBe('Two')
    expect(await textAt('6-4.2', first + 1, '6-4.1')).toBe('Later that day')
    expect(await textAt('6-4.2', first + 2)).toBe('Three')
  } finally {
    vi.useRealTimers()
  }
})

test('it says which one it is, which is the latest and which has corrected it', async () => {
  const count = await db().revision.count({ where: { subjectReference: '6-5.1' } })
  const { number } = await db().revision.findFirstOrThrow({
    where: { subjectReference: '6-5.1', subjectRevision: count },
  })
  await revise('6-5.1', 'Corrected', number)
  await revise('6-5.1', 'And more')
  const moment = await findRevisionMoment('project', '6-5.1', count)
  expect(moment).toMatchObject({
    at: null,
    number: expect.any(Number),
    revision: { number: count, latest: count + 2, correctedBy: [count + 1] },
  })
  expect(await findRevisionMoment('project', '6-5.1', count + 3)).toBeNull()
  expect(await findRevisionMoment('document', '6-5.1', 1)).toBeNull()
})
