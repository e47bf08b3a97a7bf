import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compacted } from '@/features/desk/round/submissions/model/form-rows'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { sourceKinds } from '@/features/register/sources/model'
import {
  editableKinds,
  factsOf,
  type NamedFact,
  partsOf,
} from '@/features/register/subjects/model/kinds'
import { languages } from '@/i18n/language'
import { type EditInput, editInput } from '../input'
import { fieldOfPath, fromValues, readForm } from './form'
import { valuesOf } from './form-values'
import { isLine, longestBody } from './lengths'

const words = fc.constantFrom('甲', 'b', '滬港', 'a note', 'x\ny')
const name = fc.constantFrom('6-4', '6-10', 'hkex', 'example-body', '6-u07')
const day = fc.constantFrom('2024-04-26', '2026-10-20')
const source = fc.oneof(
  fc.record({ kind: fc.constant('existing' as const), slug: name }),
  fc.record({
    kind: fc.constant('new' as const),
    publisher: words,
    title: fc.constantFrom('', 'A title'),
    publishedOn: fc.constantFrom('', '2025-01-02'),
    url: fc.constantFrom('', 'https://example.org/a'),
    sourceKind: fc.constantFrom(...sourceKinds),
    language: fc.constantFrom(...languages),
  }),
)
const citations = fc.array(
  fc.record({
    source,
    quote: fc.oneof(fc.constant(''), words),
    locator: fc.constantFrom('', 'p. 2'),
  }),
  { maxLength: 4 },
)
const textOf = (part: string) =>
  fc.record({
    body: isLine(part) ? fc.constantFrom('甲', 'a name') : words,
    origin: fc.constantFrom(
      'as_printed',
      'official',
      'unofficial_translation',
      'script_conversion',
      'editorial',
    ),
    originDetail: fc.constantFrom(null, 'press', 'reported_in_cantonese'),
    checked: fc.boolean(),
  })

function factOf(field: NamedFact): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'flag':
      return fc.boolean()
    case 'day':
      return field.optional ? fc.option(day) : day
    case 'date':
      return fc.oneof(
        day,
        day.map((one) => one.slice(0, 7)),
      )
    case 'number':
      return fc.integer({ min: 1, max: 99 })
    case 'address':
      return fc.option(fc.constant('https://example.org/x'))
    case 'line':
      return field.optional ? fc.option(fc.constant('A line')) : fc.constant('A line')
    case 'words':
      return fc.uniqueArray(fc.constantFrom('別稱', 'other name'))
    case 'choice':
      return field.optional
        ? fc.option(fc.constantFrom(...field.options))
        : fc.constantFrom(...field.options)
    case 'one':
      if (field.of === 'city') return fc.constantFrom('HK', 'SH')
      return field.optional ? fc.option(name) : name
    case 'many':
      return fc
        .uniqueArray(name, { maxLength: 4 })
        .map((list) => (field.of === 'person' ? list : list.sort()))
    case 'parties':
      return fc.array(
        fc.record({ organisation: name, role: fc.constantFrom('party', 'witness') }),
        { maxLength: 4 },
      )
    case 'chairs':
      return fc
        .subarray(['HK', 'SH'])
        .chain((sides) =>
          fc.tuple(...sides.map((side) => fc.record({ side: fc.constant(side), person: name }))),
        )
    case 'announced':
      return fc.record(
        Object.fromEntries(
          announcementKinds.map((kind) => [
            kind,
            fc.record({ number: fc.option(fc.integer({ min: 1, max: 99 })), citations }),
          ]),
        ),
      )
  }
}

const edit = fc.constantFrom(...editableKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    reference: fc.option(name),
    version: fc.nat(9),
    facts: fc.record(Object.fromEntries(factsOf(kind).map((field) => [field.name, factOf(field)]))),
    passages: fc
      .subarray([...partsOf(kind), 'statement.note'])
      .chain((parts) =>
        fc.record(
          Object.fromEntries(
            parts.map((part) => [
              part,
              fc.record(
                { 'zh-Hant': textOf(part), 'zh-Hans': textOf(part), en: textOf(part) },
                { requiredKeys: [] },
              ),
            ]),
          ),
        ),
      ),
    citations,
    correction: fc.option(
      fc.record({ revision: fc.integer({ min: 1, max: 9 }), why: fc.constant({ en: 'Misread.' }) }),
    ),
    replaces: fc.option(fc.constant('an-id')),
  }),
) as unknown as fc.Arbitrary<EditInput>

test('an edit becomes fields of a form and the same edit again', () => {
  fc.assert(
    fc.property(edit, (input) => {
      const again = editInput.parse(fromValues(input.kind, valuesOf(input)))
      expect(again).toEqual(editInput.parse(input))
    }),
  )
})

test('the fields of a form come back from the edit that they make', () => {
  fc.assert(
    fc.property(edit, (input) => {
      const values = valuesOf(editInput.parse(input))
      expect(valuesOf(editInput.parse(fromValues(input.kind, values)))).toEqual(values)
    }),
  )
})

test('blank rows are left out, and say nothing to the edit', () => {
  fc.assert(
    fc.property(edit, fc.nat(5), (input, at) => {
      const values = valuesOf(input)
      const spaced = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name.replace(/^citations\.(\d+)/, (_, row) => `citations.${Number(row) * 2 + at}`),
          value,
        ]),
      )
      spaced[`citations.${at + 1}.source.kind`] = 'existing'
      spaced[`citations.${at + 1}.source.language`] = 'en'
      const read = (form: typeof values) => editInput.parse(fromValues(input.kind, form))
      expect(read(spaced)).toEqual(read(values))
      expect(compacted(spaced)).toEqual(compacted(values))
    }),
  )
})

test('problems name the fields of the form', () => {
  const read = readForm('document', {
    reference: '',
    version: '0',
    'facts.conference': '',
    'facts.itemised': 'on',
    'facts.signedOn': 'soon',
    'facts.counted': '',
    'facts.fullTextPublished': 'unknown',
    'citations.0.source.kind': 'existing',
    'citations.0.source.slug': '',
    'citations.0.quote': 'Words',
    'citations.1.source.kind': 'new',
    'citations.1.source.publisher': '',
    'citations.1.source.url': 'nowhere',
    'texts.title.zh-Hant.body': '字'.repeat(8001),
  })
  expect('problems' in read && read.problems).toEqual(
    expect.arrayContaining([
      { field: 'facts.signedOn', code: 'not_a_day' },
      { field: 'facts.counted', code: 'required' },
      { field: 'citations.0.source.slug', code: 'required' },
      { field: 'citations.1.source.publisher', code: 'required' },
      { field: 'citations.1.source.url', code: 'not_an_address' },
      { field: 'texts.title.zh-Hant.body', code: 'too_long' },
    ]),
  )
})

test.each([
  ['texts.title.zh-Hant', 'texts.title.zh-Hant.body'],
  ['passages.statement.note.en.body', 'texts.statement.note.en.body'],
  ['announced.projects.citations.0.quote', 'facts.announced.projects.citations.0.quote'],
  ['citations.1.source', 'citations.1.source.slug'],
  ['facts.chairs.0.person', 'facts.chairs'],
  ['facts.kind', 'facts.kind'],
])('%s is about the field %s', (path, field) => {
  expect(fieldOfPath(path)).toBe(field)
})

test('a proposal of Traditional is not submitted before somebody has read it', () => {
  const values = {
    'facts.conference': '6',
    'texts.text.zh-Hans.body': '两地合作',
    'texts.text.zh-Hant.body': '兩地合作',
    'texts.text.zh-Hant.proposed': 'on',
  }
  const read = readForm('project', values)
  expect('problems' in read && read.problems).toEqual([
    { field: 'texts.text.zh-Hant.checked', code: 'proposal_unread' },
  ])
  expect(readForm('project', { ...values, 'texts.text.zh-Hant.checked': 'on' })).toHaveProperty(
    'input',
  )
})

test('what is too long is refused, each passage by its own measure, and not cut', () => {
  const organisation = {
    kind: 'organisation',
    reference: 'hkex',
    version: 1,
    facts: { side: 'HK', also: [] },
  }
  const problemsOf = (part: string, length: number) => {
    const body = '字'.repeat(length)
    const passages = {
      [part]: { en: { body, origin: 'as_printed', originDetail: null, checked: false } },
    }
    const parsed = editInput.safeParse({ ...organisation, passages, citations: [] })
    return parsed.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []
  }
  expect(problemsOf('name', longestBody('name'))).toEqual([])
  expect(problemsOf('name', longestBody('name') + 1)).toEqual(['passages.name.en.body too_long'])
  expect(problemsOf('note', longestBody('note'))).toEqual([])
  expect(problemsOf('note', longestBody('note') + 1)).toEqual(['passages.note.en.body too_long'])
})
