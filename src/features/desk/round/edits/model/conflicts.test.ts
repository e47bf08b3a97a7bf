import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merge } from '@/features/register/subjects/model/merge'
import type { ProposedSnapshot, Snapshot } from '@/features/register/subjects/model/snapshot'
import { choiceField, settledValues, unsettled } from './conflicts'
import { readForm } from './form'
import { inputOf, valuesOf } from './form-values'
import { proposalOf } from './proposal'

const entry = (body: string) => ({
  body,
  origin: 'editorial' as const,
  originDetail: null,
  derivedFromHash: null,
  reviewedAt: null,
})
const development = fc.record({
  date: fc.constantFrom('2025-01-02', '2025-01-03', '2025-01-04'),
  kind: fc.constantFrom('event', 'meeting', 'report'),
  namesTheConference: fc.boolean(),
  fields: fc.subarray(['6-1', '6-2']),
  projects: fc.constant<string[]>([]),
  texts: fc.record({
    summary: fc.record({ en: fc.constantFrom('One', 'Two', 'Three').map(entry) }),
  }),
  citations: fc
    .subarray(['a', 'b'], { minLength: 1 })
    .map((slugs) => slugs.map((source) => ({ source, quote: 'Words', locator: null }))),
}) as fc.Arbitrary<Snapshot>

test('every disputed place is as chosen, every other as whoever changed it left it', () => {
  fc.assert(
    fc.property(
      development,
      development,
      development,
      fc.infiniteStream(fc.boolean()),
      (base, mine, live, chosen) => {
        const { merged, conflicts } = merge(base, mine, live)
        const choices = conflicts.map(({ path }) => ({
          path,
          whose: chosen.next().value ? ('mine' as const) : ('theirs' as const),
        }))
        const values = {
          ...valuesOf(inputOf('development', 'd-1', 1, mine)),
          ...Object.fromEntries(choices.map(({ path, whose }) => [choiceField(path), whose])),
        }
        expect(unsettled(conflicts, values)).toEqual([])
        const content = { snapshot: mine, newSources: [] }
        const settled = settledValues('development', { base, mine: content, live }, 2, values)
        expect(settled.version).toBe('2')
        const read = readForm('development', settled)
        if ('problems' in read) throw new Error(JSON.stringify(read.problems))
        const after = proposalOf(live, read.input).snapshot
        for (const { path, whose } of choices) {
          expect(at(after, path)).toEqual(at(whose === 'mine' ? mine : live, path))
        }
        const disputed = new Set(conflicts.map(({ path }) => path))
        for (const path of [
          'date',
          'kind',
          'namesTheConference',
          'fields',
          'citations',
          'texts.summary.en',
        ]) {
          if (!disputed.has(path)) expect(at(after, path)).toEqual(at(merged, path))
        }
      },
    ),
  )
})

function at(snapshot: ProposedSnapshot, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (thing, key) => (thing as Record<string, unknown> | undefined)?.[key],
      snapshot,
    )
}

test('what was typed besides stays: that a text was read, and why this is a correction', () => {
  const base = {
    date: '2025-01-02',
    namesTheConference: false,
    fields: [],
    projects: [],
    texts: { summary: { en: entry('One') } },
    citations: [],
  } satisfies Snapshot
  const values = {
    reference: 'd-1',
    'texts.summary.en.checked': 'on',
    'correction.revision': '4',
    'correction.why.en': 'Misread.',
    replaces: 'an-id',
    'facts.date': '2025-01-09',
  }
  const mine = { snapshot: { ...base, date: '2025-01-09' }, newSources: [] }
  const live = { ...base, date: '2025-01-08' }
  expect(settledValues('development', { base, mine, live }, 2, values)).toMatchObject({
    'texts.summary.en.checked': 'on',
    'correction.revision': '4',
    'correction.why.en': 'Misread.',
    replaces: 'an-id',
    'facts.date': '2025-01-08',
  })
})
