import { expect, test } from 'vitest'
import { languages } from '@/i18n/language'
import { stateWords } from '../wording'
import {
  documentStates,
  isStateOf,
  itemKindOf,
  needsCitation,
  needsReason,
  projectStates,
  states,
} from './states'

test.each([
  ['6-4.2', 'project'],
  ['6-u07', 'project'],
  ['6-d03', 'document'],
  ['6-m01', 'document'],
  ['gz-6-d03', 'document'],
] as const)('%s is a %s', (reference, kind) => {
  expect(itemKindOf(reference)).toBe(kind)
})

test('a state belongs to its own kind of item', () => {
  expect(isStateOf('project', 'signed')).toBe(false)
  expect(isStateOf('document', 'signed')).toBe(true)
})

test('every state but not_reported needs a citation; behind and ended a reason', () => {
  const all = [...projectStates, ...documentStates]
  expect(all.filter((state) => !needsCitation(state))).toEqual(['not_reported'])
  // That no other state needs one but as the database says so: tests/integration/register/rules.test.ts.
  expect(all.filter(needsReason)).toEqual(expect.arrayContaining(['behind', 'ended']))
})

test('a state is told from every other by its shape, and by its character in Word', () => {
  const rows = Object.values(states)
  expect(new Set(rows.map(({ shape }) => JSON.stringify(shape))).size).toBe(rows.length)
  expect(new Set(rows.map(({ glyph }) => glyph)).size).toBe(rows.length)
})

test('a state of both kinds has one word', () => {
  const both = projectStates.filter((state) => isStateOf('document', state))
  for (const language of languages) {
    for (const state of both) {
      const [project, document] = (['project', 'document'] as const).map((kind) =>
        stateWords(kind, state, language),
      )
      expect(project?.label).toBe(document?.label)
    }
  }
})
