import { expect, test } from 'vitest'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { editInput } from '@/features/desk/round/edits/input'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { readSnapshot } from '@/features/register/log/queries/snapshot'
import { textsByPart } from '@/features/register/texts/model/text'
import {
  aSource,
  editOf,
  publishEdit,
  sameAsLog,
  seventhConference,
  text,
} from '~/tests/support/desk/edits'
import { editorAndReviewer } from '~/tests/support/desk/officers'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

test('a new conference brings a slot for each project and document that it announced', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const cited = await aSource()
  const { reference } = await publishEdit(
    editor,
    reviewer,
    editInput.parse({
      kind: 'conference',
      reference: null,
      version: 0,
      facts: await seventhConference(4, cited),
      passages: { name: { 'zh-Hant': text('滬港合作會議第七次會議') } },
      citations: [],
    }),
  )
  expect(reference).toBe('7')
  const projects = await db().project.findMany({
    where: { conference: { reference: '7' } },
    orderBy: { position: 'asc' },
  })
  expect(projects.map((row) => row.reference)).toEqual(['7-u01', '7-u02', '7-u03', '7-u04'])
  for (const slot of projects) await sameAsLog('project', slot.reference)
  for (const slot of ['7-d01', '7-d02']) await sameAsLog('document', slot)
  // A field, then a slot itemised into it; a fifth project would be more than was announced.
  await publishEdit(
    editor,
    reviewer,
    editInput.parse({
      kind: 'field',
      reference: null,
      version: 0,
      facts: { conference: '7', number: 1 },
      passages: { name: { 'zh-Hant': text('金融', 'official') } },
      citations: [cited],
    }),
  )
  const itemised = (citations: unknown[]) =>
    editOf('project', '7-u01', {
      facts: { field: '7-1', itemised: true },
      passages: {
        title: { 'zh-Hant': text('合作') },
        text: { 'zh-Hant': text('加強合作。', 'as_printed') },
      },
      citations,
    })
  // What gave the number says nothing of this project: its own words in the source do.
  expect(await submitEdit(editor, await itemised([cited]))).toMatchObject({
    reason: 'invalid',
    problems: [{ field: 'citations', code: 'citation_required' }],
  })
  await publishEdit(editor, reviewer, await itemised([{ ...cited, quote: '加強合作' }]))
  const fifth = editInput.parse({
    kind: 'project',
    reference: null,
    version: 0,
    facts: { conference: '7', field: '7-1', itemised: true },
    passages: {
      title: { 'zh-Hant': text('多出') },
      text: { 'zh-Hant': text('多出一項。', 'as_printed') },
    },
    citations: [cited],
  })
  expect(await submitEdit(editor, fifth)).toMatchObject({
    reason: 'invalid',
    problems: [{ code: 'beyond_announced' }],
  })
})

test('every other kind is added and changed through the round, and stands in the log as in the tables', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const cited = await aSource()
  const add = (input: object) =>
    publishEdit(
      editor,
      reviewer,
      editInput.parse({ reference: null, version: 0, citations: [], ...input }),
    )
  const paper = (publisher: string, url: string) => ({
    kind: 'new',
    publisher,
    sourceKind: 'newspaper',
    language: 'en',
    url,
  })
  const develop = (words: string, source: object) =>
    add({
      kind: 'development',
      facts: {
        date: '2025-01-02',
        kind: 'event',
        namesTheConference: false,
        fields: ['6-4'],
        projects: [],
      },
      passages: { summary: { en: text(words) } },
      citations: [{ ...cited, source }],
    })
  const organisation = await add({
    kind: 'organisation',
    facts: { side: 'SH' },
    passages: { name: { 'zh-Hans': text('示例机构', 'official'), en: text('Example Body') } },
  })
  expect(organisation.reference).toBe('example-body')
  const person = await add({
    kind: 'person',
    facts: {},
    passages: { name: { 'zh-Hant': text('陳大文'), en: text('Chan Tai-man') } },
  })
  const document = await add({
    kind: 'document',
    facts: {
      conference: '6',
      itemised: true,
      kind: 'agreement',
      signedOn: '2024-04-26',
      counted: 'unclear',
      fullTextPublished: 'unknown',
      parties: [{ organisation: organisation.reference, role: 'party' }],
      signatories: [person.reference],
      fields: ['6-4'],
      projects: [],
    },
    passages: { title: { 'zh-Hant': text('合作協議', 'as_printed') } },
    citations: [cited],
  })
  expect(document.reference).toBe('6-m02')
  const development = await develop(
    'Something happened.',
    paper('Example Paper', 'https://www.example.org/a?utm_source=x'),
  )
  expect(development.reference).toBe('2025-01-02-1')
  const term = await add({
    kind: 'glossary_term',
    facts: { also: ['別稱'] },
    passages: { name: { 'zh-Hant': text('試驗詞'), en: text('Trial word') } },
  })
  await publishEdit(
    editor,
    reviewer,
    await editOf('glossary_term', term.reference, { facts: { also: [] } }),
  )
  const source = await db().source.findFirstOrThrow({ where: { publisher: 'Example Paper' } })
  await publishEdit(
    editor,
    reviewer,
    await editOf('source', source.slug, {
      facts: { title: 'A headline', publishedOn: '2025-01-02' },
    }),
  )
  // The same page cited again, by another link, is the same source.
  await develop('Something else happened.', paper('Example Paper Ltd', 'http://example.org/a/'))
  expect(await db().source.count({ where: { publisher: { startsWith: 'Example Paper' } } })).toBe(1)
})

test('the publisher of a new source is called in each language as in the sources held of it', async () => {
  const named = { part: 'publisher', source: { isNot: null } } as const
  const held = await db().text.findFirstOrThrow({
    where: named,
    include: { source: { include: { texts: { where: { part: 'publisher' } } } } },
    orderBy: { source: { slug: 'asc' } },
  })
  const publisher = held.source?.publisher ?? ''
  const source = { kind: 'new', publisher, sourceKind: 'newspaper', language: 'en', url: '' }
  const [editor, reviewer] = await editorAndReviewer()
  const cited = {
    ...(await aSource()),
    source: { ...source, url: 'https://www.example.org/named' },
  }
  const edit = await editOf('development', '2024-04-27-1', { citations: [cited] })
  await publishEdit(editor, reviewer, edit)
  const added = await db().citation.findFirstOrThrow({
    where: { development: { slug: '2024-04-27-1' } },
    include: { source: { include: { texts: { where: { part: 'publisher' } } } } },
  })
  expect(textsByPart(added.source.texts)).toEqual(textsByPart(held.source?.texts ?? []))
  const snapshot = await readSnapshot(db(), 'source', added.source.slug)
  expect(snapshot.texts).toHaveProperty('publisher')
})

test('of two that take one number, the second is told when it is to be published', async () => {
  const [editor, reviewer] = await editorAndReviewer()
  const field = async () => {
    const outcome = await submitEdit(
      editor,
      editInput.parse({
        kind: 'field',
        reference: null,
        version: 0,
        facts: { conference: '6', number: 16 },
        passages: { name: { 'zh-Hant': text('新領域') } },
        citations: [await aSource()],
      }),
    )
    if (!outcome.ok) throw new Error('It should wait.')
    return outcome.submission
  }
  const [first, second] = [await field(), await field()]
  expect((await publishSubmission(reviewer, { id: first, version: 0 })).ok).toBe(true)
  expect(await publishSubmission(reviewer, { id: second, version: 0 })).toMatchObject({
    reason: 'invalid',
    problems: [{ code: 'already_taken' }],
  })
})
