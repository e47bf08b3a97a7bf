import { expect, test } from 'vitest'
import { reading } from '@/server/database/reading'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

test('a commit that the database refuses is an error, and leaves nothing', async () => {
  const project = await db().project.findUniqueOrThrow({ where: { reference: '6-1.2' } })
  await expect(
    db().$transaction((tx) =>
      // The rule that a statement rests on a citation is asked at commit.
      tx.statusStatement.create({
        data: {
          projectId: project.id,
          projectState: 'completed',
          asOf: new Date('2025-01-01'),
          assertedBy: 'editor',
          publishedAt: new Date(),
        },
      }),
    ),
  ).rejects.toThrow()
  expect(await db().statusStatement.count({ where: { projectId: project.id } })).toBe(0)
})

test('a commit that stands is reported as done', async () => {
  await db().$transaction((tx) =>
    tx.source.create({ data: { slug: 'a-second', publisher: 'P', kind: 'news', language: 'en' } }),
  )
  expect(await db().source.count({ where: { slug: 'a-second' } })).toBe(1)
})

// The embedded engine has one connection: a page of the past holds it for as long as it reads.
test('who writes while somebody reads at length waits, and is not refused', async () => {
  const number = await latest()
  let begin = () => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const reader = reading(number, async () => {
    begin()
    await new Promise((resolve) => setTimeout(resolve, 3_000))
  })
  await begun
  const slug = 'a-third'
  await db().$transaction((tx) =>
    tx.source.create({ data: { slug, publisher: 'P', kind: 'news', language: 'en' } }),
  )
  await reader
  expect(await db().source.count({ where: { slug } })).toBe(1)
})

async function latest(): Promise<number> {
  return (await db().revision.aggregate({ _max: { number: true } }))._max.number ?? 0
}
