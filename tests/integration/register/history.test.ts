import { expect, test } from 'vitest'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { listChanges } from '@/features/register/history/queries/list-changes'
import { changesBetween } from '@/features/register/log/model'
import { findRevision } from '@/features/register/log/queries/revisions'
import { type Snapshot, snapshotOf } from '@/features/register/subjects/model/snapshot'
import { editOf } from '~/tests/support/desk/edits'
import { editorAndReviewer } from '~/tests/support/desk/officers'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

/** Every change that a filter fits, page after page. */
async function allOf(filter: Parameters<typeof listChanges>[0], limit = 7) {
  const found = []
  let page = await listChanges(filter, limit)
  const { total } = page
  for (;;) {
    found.push(...page.changes)
    if (page.next === null) break
    page = await listChanges({ ...filter, before: page.next }, limit)
  }
  expect(found).toHaveLength(total)
  return found
}

/** What the log itself says, read without the query. */
async function bySnapshot(
  fits: (snapshot: Snapshot | null, kind: string, reference: string) => boolean,
) {
  const rows = await db().revision.findMany({ orderBy: { number: 'desc' } })
  return rows
    .filter(({ before, after, subjectKind, subjectReference }) =>
      [before, after].some((one) =>
        fits(one === null ? null : snapshotOf(one), subjectKind, subjectReference),
      ),
    )
    .map(({ number }) => number)
}

test('the whole register is gone through page by page, newest first, nothing twice and nothing left out', async () => {
  const numbers = (await allOf({})).map(({ number }) => number)
  const head = await db().revision.aggregate({ _max: { number: true } })
  expect(numbers).toEqual(
    Array.from({ length: head._max.number ?? 0 }, (_, i) => numbers.length - i),
  )
})

test('by field are found the field, its projects, its documents and what bears on it', async () => {
  const found = (await allOf({ field: '6-4' })).map(({ number }) => number)
  const expected = await bySnapshot(
    (snapshot, kind, reference) =>
      (kind === 'field' && reference === '6-4') ||
      snapshot?.field === '6-4' ||
      ((snapshot?.fields as string[] | undefined) ?? []).includes('6-4'),
  )
  expect(found).toEqual(expected)
  expect(new Set((await allOf({ field: '6-4' })).map(({ kind }) => kind)).size).toBeGreaterThan(1)
})

test('by party are found the organisation and its documents', async () => {
  const party = await db().party.findFirstOrThrow({ include: { organisation: true } })
  const { slug } = party.organisation
  const found = (await allOf({ party: slug })).map(({ number }) => number)
  const expected = await bySnapshot(
    (snapshot, kind, reference) =>
      (kind === 'organisation' && reference === slug) ||
      (snapshot?.parties ?? []).some(({ organisation }) => organisation === slug),
  )
  expect(found).toEqual(expected)
  expect(found.length).toBeGreaterThan(1)
})

test('a revision shows the subject whole as it stood then, whatever came later', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const first = await findRevision({ kind: 'project', reference: '6-8.1' })
  if (!first) throw new Error('6-8.1 has no revision.')
  const edit = await editOf('project', '6-8.1', {
    passages: {
      title: {
        en: { body: 'Another title', origin: 'editorial', originDetail: null, checked: false },
      },
    },
  })
  const submitted = await submitEdit(editor, edit)
  if (!submitted.ok) throw new Error(JSON.stringify(submitted))
  const published = await publishSubmission(reviewer, {
    id: submitted.submission,
    version: edit.version,
  })
  expect(published.ok).toBe(true)

  const latest = await findRevision({ kind: 'project', reference: '6-8.1' })
  expect(latest?.revision.revision).toBe(first.latest + 1)
  expect(latest?.snapshot.texts.title?.en?.body).toBe('Another title')
  const then = await findRevision({ kind: 'project', reference: '6-8.1' }, first.latest)
  expect(then).toMatchObject({ latest: first.latest + 1, snapshot: first.snapshot })
  expect(latest && changesBetween(then?.snapshot ?? null, latest.snapshot)).toEqual(
    latest?.revision.changes,
  )
  expect(await findRevision({ kind: 'project', reference: '6-8.1' }, first.latest + 2)).toBeNull()
  expect(await findRevision({ kind: 'document', reference: '6-8.1' })).toBeNull()
  const [newest] = await allOf({ kind: 'project', field: '6-8' })
  expect(newest).toMatchObject({ reference: '6-8.1', revision: first.latest + 1 })
})
