import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from '@/i18n/language'
import { cities } from '~/tests/support/register/cities'
import { readCell } from '../input'
import { type Cells, type EditableColumn, editableColumns, isOwn } from './columns'
import { detailColumnOf, proposedDetails } from './details'
import { cellsOf, type LoggedItem } from './rows'

const announced = { source: 'tkp-2024-04-27', quote: '65', locator: null }
const slots: Record<'project' | 'document', LoggedItem> = {
  project: {
    kind: 'project',
    reference: '6-u01',
    version: 1,
    snapshot: {
      conference: '6',
      field: null,
      itemised: false,
      state: 'not_reported',
      statement: null,
      texts: {},
      citations: [announced],
    },
  },
  document: {
    kind: 'document',
    reference: '6-d07',
    version: 2,
    snapshot: {
      conference: '6',
      itemised: false,
      kind: null,
      signedOn: null,
      counted: 'presumed',
      fullTextPublished: 'unknown',
      parties: [],
      signatories: [],
      fields: [],
      projects: [],
      state: 'signed',
      statement: { asOf: '2024-04-26', assertedBy: 'editor', texts: {}, citations: [announced] },
      texts: {},
      citations: [announced],
    },
  },
}

const words: Partial<Record<EditableColumn, readonly string[]>> = {
  'details.language': languages,
  'details.kind': ['agreement'],
  'details.signedOn': ['2024-04-26', 'some day'],
  'details.parties': ['hkex', 'hkex\nshfe'],
  'details.source.kind': ['news', 'a rumour'],
  'details.source.url': ['https://example.org', 'nowhere'],
  field: ['6-4', '6-4\n6-5', 'The field'],
}
const typing = fc.dictionary(
  fc.constantFrom(...editableColumns.filter(isOwn)),
  fc.nat({ max: 5 }),
) as fc.Arbitrary<Partial<Record<EditableColumn, number>>>

const filled = (was: Cells, typed: Partial<Record<EditableColumn, number>>): Cells => ({
  ...was,
  ...Object.fromEntries(
    Object.entries(typed).map(([column, nth]) => {
      const choice = words[column as EditableColumn] ?? ['Words', '文字', '長'.repeat(9000)]
      return [column, choice[nth % choice.length]]
    }),
  ),
})

test('whatever is filled in, a row asks for details and leaves what it cannot say; or each fault has its column', () => {
  fc.assert(
    fc.property(fc.constantFrom('project', 'document'), typing, (kind, typed) => {
      const live = slots[kind]
      const was = cellsOf(live.snapshot)
      const proposed = proposedDetails(live, filled(was, typed), was)
      if ('refusals' in proposed) {
        expect(proposed.refusals.length).toBeGreaterThan(0)
        for (const { column } of proposed.refusals) expect(isOwn(column), column).toBe(true)
        // What else would be refused can always be asked.
        expect(proposed.probe).not.toBeNull()
        return
      }
      const { reference, version, facts, citations } = proposed.input
      expect({ reference, version }).toEqual({
        reference: live.reference,
        version: live.version,
      })
      expect(facts).toMatchObject({ itemised: true, conference: '6' })
      expect(citations[0]).toMatchObject({ source: { slug: announced.source }, quote: '65' })
      if (kind === 'document') expect(facts).toMatchObject({ counted: 'presumed' })
    }),
  )
})

test.each([
  ['facts.field', 'field'],
  ['facts.fields.1', 'field'],
  ['facts.kind', 'details.kind'],
  ['facts.parties.0.organisation', 'details.parties'],
  ['texts.title.zh-Hant', 'title.zh-Hant'],
  ['texts.title.en.origin', 'title.en'],
  ['passages.text.zh-Hans.body', 'text.zh-Hans'],
  ['citations', 'details.source'],
  ['citations.3.source.slug', 'details.source'],
  ['citations.3.source.sourceKind', 'details.source.kind'],
  ['citations.3.source.publisher', 'details.source.publisher'],
  ['citations.3.quote', 'details.quote'],
  ['facts.conference', 'reference'],
])('the fault at %s stands in the column %s', (field, column) => {
  expect(detailColumnOf(field)).toBe(column)
})

test.each([
  ['field', 'project', '6-4 Finance', '', { value: '6-4' }],
  ['field', 'document', '6-5 Youth\n\n6-4', '', { value: '6-4\n6-5' }],
  ['field', 'document', '6-5|6-4', '6-4\n6-5', { value: '6-4\n6-5' }],
  ['field', 'project', '６-４ 金融', '', { value: '6-4' }],
  ['details.parties', 'document', 'shfe Futures\nhkex\nshfe', '', { value: 'shfe\nhkex' }],
  ['details.parties', 'document', 'shfe\nhkex', 'hkex\nshfe', { value: 'shfe\nhkex' }],
  ['details.parties', 'project', 'hkex', '', { problem: 'documents_only' }],
  ['details.kind', 'document', '諒解備忘錄', '', { value: 'memorandum_of_understanding' }],
  ['details.kind', 'document', 'A treaty', '', { problem: 'not_in_list' }],
  ['details.language', 'project', '簡體中文', '', { value: 'zh-Hans' }],
  ['details.signedOn', 'document', '26 April 2024', '', { value: '2024-04-26' }],
] as const)('a cell of %s of a %s that says %j is read', (column, kind, cell, was, expected) => {
  expect(readCell(column, cell, { kind, was, isDefused: false, cities })).toEqual(expected)
})
