import { expect, test } from 'vitest'
import { editInput } from '@/features/desk/round/edits/input'
import { findEditable } from '@/features/desk/round/edits/queries/editables'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { returnSubmission } from '@/features/desk/round/review/commands/return-submission'
import { findReview } from '@/features/desk/round/review/queries/find-review'
import { comparePlaces } from '@/features/register/history/model/changed-places'
import { listRevisions } from '@/features/register/log/queries/revisions'
import {
  type ProposedSnapshot,
  type Snapshot,
  snapshotOf,
} from '@/features/register/subjects/model/snapshot'
import { editOf } from '~/tests/support/desk/edits'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import {
  publishSeen,
  reviewOf,
  sendStatement,
  submitChange,
  submitSideView,
} from '~/tests/support/desk/rounds'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()
const text = (body: string, origin = 'editorial', checked = false) => ({
  body,
  origin,
  originDetail: null,
  checked,
})

/** What differs, by path. */
const changed = (before: ProposedSnapshot | null, after: ProposedSnapshot) =>
  comparePlaces(before, after)
    .filter(({ differs }) => differs)
    .map(({ path }) => path)

/** A snapshot without what is known only once it is public: who read it when, and what new sources are called. */
function essence(snapshot: ProposedSnapshot): unknown {
  const text = JSON.stringify(snapshot)
    .replace(/"reviewedAt":(null|"[^"]*")/g, '"reviewedAt":null')
    .replace(/"source":"[^"]*"/g, '"source":"…"')
    .replace(/"at":"[^"]*",?/g, '')
  return JSON.parse(text)
}

async function after(revision: number): Promise<Snapshot> {
  const row = await db().revision.findUniqueOrThrow({ where: { number: revision } })
  return snapshotOf(row.after)
}

test('of each kind, what the reviewer saw is what became public', async () => {
  const [author, reviewer] = await editorAndReviewer()
  const shanghai = await newOfficer('editor', { side: 'SH' })
  const statement = await sendStatement(author, '6-4.2')
  const seen = await reviewOf(statement)
  expect(essence(await after(await publishSeen(reviewer, statement)))).toEqual(
    essence(seen.proposed),
  )
  const view = await submitSideView(shanghai, '6-4.2', '工作仍在筹备。')
  const seenView = await reviewOf(view)
  expect(changed(seenView.live, seenView.proposed)).toEqual([
    'statement.confirmations.SH.stance',
    'statement.confirmations.SH.texts.note.zh-Hans',
    'statement.confirmations.SH.texts.note.en',
    'statement.confirmations.SH.citations',
  ])
  expect(essence(await after(await publishSeen(reviewer, view)))).toEqual(
    essence(seenView.proposed),
  )
  const edit = await submitChange(
    author,
    await editOf('project', '6-4.1', { passages: { note: { en: text('A note.') } } }),
  )
  const seenEdit = await reviewOf(edit)
  expect(changed(seenEdit.live, seenEdit.proposed)).toEqual(['texts.note.en'])
  const published = await after(await publishSeen(reviewer, edit))
  expect(essence(published)).toMatchObject(essence(seenEdit.proposed) as object)
  // Looked at afterwards, it shows what it did.
  const done = await reviewOf(edit)
  expect(changed(done.live, done.proposed)).toEqual(['texts.note.en'])
  expect(done).toMatchObject({ reviewer: reviewer.name, since: [], isOvertaken: false })
})

test('a statement is shown place by place, with its source as new until the register holds it', async () => {
  const [author, reviewer] = await editorAndReviewer()
  const first = await reviewOf(await sendStatement(author, '6-5.1'))
  expect(changed(first.live, first.proposed)).toEqual(
    expect.arrayContaining([
      'state',
      'statement.asOf',
      'statement.texts.note.zh-Hant',
      'statement.texts.note.zh-Hans',
      'statement.texts.note.en',
      'statement.citations',
    ]),
  )
  const [citation] = first.citations
  expect(citation).toMatchObject({
    isAdded: true,
    quote: 'The sides met in Shanghai.',
    source: { publisher: 'Example Bureau', url: 'https://example.org/release' },
  })
  // The first test's statement cites the same address: nothing is new about it now.
  const address = 'https://example.org/of-its-own'
  const own = {
    citations: [
      {
        source: {
          kind: 'new' as const,
          publisher: 'Example Office',
          title: 'A notice',
          publishedOn: '',
          url: address,
          sourceKind: 'government' as const,
          language: 'en' as const,
        },
        quote: 'x',
        locator: '',
      },
    ],
  }
  const newSource = await sendStatement(author, '6-5.2', own)
  expect((await reviewOf(newSource)).citations[0]).toMatchObject({ isNewSource: true })
  const other = await sendStatement(await newOfficer('editor'), '6-6.1', own)
  await publishSeen(reviewer, newSource)
  expect((await reviewOf(other)).citations[0]).toMatchObject({
    isNewSource: false,
    source: { url: address },
  })
})

test('what became public since the author saw it is named, and what stands in the way', async () => {
  const [author, reviewer] = await editorAndReviewer()
  const late = await sendStatement(author, '6-10.1', { asOf: '2025-01-01' })
  expect(await reviewOf(late)).toMatchObject({ since: [], base: null, problems: [] })
  const rival = await sendStatement(await newOfficer('editor'), '6-10.1', { state: 'completed' })
  await publishSeen(reviewer, rival)
  const review = await reviewOf(late)
  expect(review.since.map(({ action }) => action)).toEqual(['status_published'])
  expect(changed(review.base, review.live as Snapshot)).toContain('state')
  // As of an earlier day than what is live now, it cannot stand.
  expect(review.problems).toEqual([{ field: 'asOf', code: 'before_live' }])
  expect(await publishSubmission(reviewer, { id: late, version: review.version })).toMatchObject({
    ok: false,
    reason: 'invalid',
  })
  // A newer one can, since the reviewer sees what it replaces.
  const newer = await sendStatement(author, '6-10.1', { state: 'ongoing' })
  await publishSeen(reviewer, newer)
})

test('a view of a statement that has been replaced is overtaken', async () => {
  const [author, reviewer] = await editorAndReviewer()
  const shanghai = await newOfficer('editor', { side: 'SH' })
  await publishSeen(reviewer, await sendStatement(author, '6-7.2'))
  const view = await submitSideView(shanghai, '6-7.2', '尚未展开。')
  expect((await reviewOf(view)).isOvertaken).toBe(false)
  await publishSeen(reviewer, await sendStatement(author, '6-7.2', { state: 'completed' }))
  const review = await reviewOf(view)
  expect(review.isOvertaken).toBe(true)
  expect(await publishSubmission(reviewer, { id: view, version: review.version })).toMatchObject({
    ok: false,
    reason: 'conflict',
  })
})

test('two edits of one place are a conflict with what it was, theirs and mine; of others they are merged', async () => {
  const [author, reviewer] = await editorAndReviewer()
  const rival = await newOfficer('editor')
  const base = (await findEditable('project', '6-8.1'))?.snapshot.texts.title
  const entries = (english: string, chinese: string) => ({
    passages: {
      title: {
        'zh-Hant': text(chinese, base?.['zh-Hant']?.origin),
        'zh-Hans': text(base?.['zh-Hans']?.body ?? '', base?.['zh-Hans']?.origin),
        en: text(english, base?.en?.origin),
      },
    },
  })
  const [wasEnglish, wasChinese] = [base?.en?.body ?? '', base?.['zh-Hant']?.body ?? '']
  const mine = await submitChange(
    author,
    await editOf('project', '6-8.1', entries('Mine', wasChinese)),
  )
  const note = await submitChange(
    await newOfficer('editor'),
    await editOf('project', '6-8.1', { passages: { note: { en: text('Beside') } } }),
  )
  const theirs = await submitChange(
    rival,
    await editOf('project', '6-8.1', entries('Theirs', wasChinese)),
  )
  await publishSeen(reviewer, theirs)
  const review = await reviewOf(mine)
  expect(review).toMatchObject({
    isOvertaken: true,
    conflicts: [
      {
        path: 'texts.title.en',
        base: { body: wasEnglish },
        mine: { body: 'Mine' },
        theirs: { body: 'Theirs' },
      },
    ],
  })
  expect(await publishSubmission(reviewer, { id: mine, version: review.version })).toMatchObject({
    ok: false,
    reason: 'conflict',
  })
  const beside = await reviewOf(note)
  expect(beside.isOvertaken).toBe(false)
  expect(changed(beside.live, beside.proposed)).toEqual(['texts.note.en'])
  await publishSeen(reviewer, note)
})

test('a new subject is shown whole, with the names of what it mentions', async () => {
  const [author, reviewer] = await editorAndReviewer()
  const { slug } = await db().source.findFirstOrThrow({ orderBy: { slug: 'asc' } })
  const id = await submitChange(
    author,
    editInput.parse({
      kind: 'development',
      reference: null,
      version: 0,
      facts: {
        date: '2025-05-01',
        kind: 'event',
        namesTheConference: true,
        fields: ['6-4'],
        projects: [],
      },
      passages: { summary: { en: text('A meeting.') } },
      citations: [{ source: { kind: 'existing', slug }, quote: 'x', locator: '' }],
    }),
  )
  const review = await reviewOf(id)
  expect(review).toMatchObject({ live: null, version: 0, problems: [], isOvertaken: false })
  expect(changed(null, review.proposed)).toContain('texts.summary.en')
  expect(review.names.names['6-4']).toBeDefined()
  await publishSeen(reviewer, id)
})

test('a returned submission and what takes its place name each other', async () => {
  const [author, reviewer] = await editorAndReviewer()
  const first = await sendStatement(author, '6-9.1')
  expect((await returnSubmission(reviewer, { id: first, reason: '請補引文。' })).ok).toBe(true)
  const second = await sendStatement(author, '6-9.1', {}, { replaces: first })
  const { replaces, proposed } = await reviewOf(second)
  expect(replaces).toMatchObject({ id: first, returnReason: '請補引文。' })
  // What was returned and what takes its place are the same here: the two differ in nothing.
  expect(replaces?.proposed).toEqual(proposed)
  expect((await reviewOf(first)).replacedBy).toBe(second)
})

test('a correction names the revision that it corrects, by its number within the item, and that one names it', async () => {
  const [author, reviewer] = await editorAndReviewer()
  const wrong = await publishSeen(reviewer, await sendStatement(author, '6-9.2'))
  const why = { en: 'The day was wrong.' }
  const id = await sendStatement(
    author,
    '6-9.2',
    { asOf: '2025-03-01' },
    { correction: { revision: wrong, why } },
  )
  const review = await reviewOf(id)
  expect(review.submission.correction).toEqual({ revision: wrong, why })
  expect(review.corrected?.number).toBe(wrong)
  await publishSeen(reviewer, id)
  const [correcting, corrected] = await listRevisions({ kind: 'project', reference: '6-9.2' })
  expect(corrected).toMatchObject({ number: wrong, correctedByRevisions: [correcting?.revision] })
  expect(correcting).toMatchObject({
    action: 'corrected',
    corrects: wrong,
    correctsRevision: corrected?.revision,
    correctionReason: why,
  })
})

test('of an unknown submission there is nothing to review', async () => {
  expect(await findReview('none')).toBeNull()
})
