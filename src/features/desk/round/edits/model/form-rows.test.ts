import { expect, test } from 'vitest'
import { compacted, isBlankCitation, rowsOf, withoutRow, withRowRaised } from './form-rows'

const parties = {
  'facts.parties.0.organisation': 'a',
  'facts.parties.0.role': 'party',
  'facts.parties.1.organisation': 'b',
  'facts.parties.1.role': 'witness',
  'facts.parties.2.organisation': 'c',
  'facts.parties.2.role': 'party',
  'facts.kind': 'agreement',
}

test('a row is taken out, and the others close up', () => {
  expect(withoutRow(parties, 'facts.parties', 1)).toEqual({
    'facts.parties.0.organisation': 'a',
    'facts.parties.0.role': 'party',
    'facts.parties.1.organisation': 'c',
    'facts.parties.1.role': 'party',
    'facts.kind': 'agreement',
  })
})

test('a row changes places with the one above it; the first stays', () => {
  expect(withRowRaised(parties, 'facts.parties', 2)).toMatchObject({
    'facts.parties.0.organisation': 'a',
    'facts.parties.1.organisation': 'c',
    'facts.parties.2.organisation': 'b',
    'facts.parties.2.role': 'witness',
  })
  expect(withRowRaised(parties, 'facts.parties', 0)).toEqual(parties)
})

test('a citation that names another one’s new source follows it, and loses it when it goes', () => {
  const values = {
    'citations.0.source.kind': 'existing',
    'citations.0.source.slug': 'held',
    'citations.1.source.kind': 'new',
    'citations.1.source.publisher': 'Paper',
    'facts.announced.projects.citations.0.source.slug': 'as:citations.1',
  }
  expect(withoutRow(values, 'citations', 0)).toMatchObject({
    'citations.0.source.publisher': 'Paper',
    'facts.announced.projects.citations.0.source.slug': 'as:citations.0',
  })
  expect(withoutRow(values, 'citations', 1)).toMatchObject({
    'facts.announced.projects.citations.0.source.slug': '',
  })
})

test('what is preset in a citation does not make one', () => {
  const preset = {
    'citations.0.source.kind': 'new',
    'citations.0.source.sourceKind': 'government',
    'citations.0.source.language': 'en',
    'citations.0.source.slug': 'chosen-before',
  }
  expect(isBlankCitation(preset, 'citations.0')).toBe(true)
  expect(isBlankCitation({ ...preset, 'citations.0.locator': 'p. 2' }, 'citations.0')).toBe(false)
  expect(rowsOf(compacted(preset), 'citations')).toEqual([])
})

test('rows are those of the list itself, not of one whose name begins alike', () => {
  expect(rowsOf({ 'facts.fields.2': '6-4', 'facts.fieldsX.1': 'x' }, 'facts.fields')).toEqual([2])
})
