import { expect, test } from 'vitest'
import { compacted, isBlankCitation, rowsOf, withoutRow, withRowRaised } from './form-rows'

/** A form with these parties: an organisation and its role. */
const formOf = (...rows: [string, string][]) => ({
  ...Object.fromEntries(
    rows.flatMap(([organisation, role], row) => [
      [`facts.parties.${row}.organisation`, organisation],
      [`facts.parties.${row}.role`, role],
    ]),
  ),
  'facts.kind': 'agreement',
})
const parties = formOf(['a', 'party'], ['b', 'witness'], ['c', 'party'])

test('a row is taken out, and the others close up', () => {
  const left = formOf(['a', 'party'], ['c', 'party'])
  expect(withoutRow(parties, 'facts.parties', 1)).toEqual(left)
})

test('a row changes places with the one above it; the first stays', () => {
  const raised = formOf(['a', 'party'], ['c', 'party'], ['b', 'witness'])
  expect(withRowRaised(parties, 'facts.parties', 2)).toEqual(raised)
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
