import fc from 'fast-check'
import { expect, it } from 'vitest'
import { documentSorts } from '@/features/register/documents/input'
import { projectFilter } from '@/features/register/projects/input'
import { collectionParameters, languageNamed, readParameters } from './input'

const read = (query: string) =>
  readParameters(collectionParameters.projects, new URLSearchParams(query))

it('returns the values where all are valid', () => {
  expect(read('field=6-4&limit=200&at=2024-04-26&lang=zh-Hant-HK')).toEqual({
    ok: true,
    values: { field: '6-4', limit: '200', at: '2024-04-26', lang: 'zh-Hant-HK' },
  })
  for (const sort of documentSorts) {
    const query = new URLSearchParams({ sort })
    expect(readParameters(collectionParameters.documents, query).ok).toBe(true)
  }
})

it('names each parameter that is not good, once', () => {
  const answer = read('limit=0&limit=1&colour=red&at=2024-04-26T12:00:00%2B08:00&state=done&q=')
  expect(answer.ok).toBe(false)
  const fields = answer.ok ? [] : answer.errors.map(({ field }) => field)
  expect(fields).toEqual(['limit', 'colour', 'state', 'q'])
})

it('takes as good what a page would use, and nothing that a page would drop', () => {
  const names = Object.keys(collectionParameters.projects).filter(
    (name) => !['limit', 'lang', 'at', 'on'].includes(name),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.oneof(
        fc.constantFrom('6-4', 'no', 'HK', 'as_of', 'ended', '', 'x'.repeat(201)),
        fc.string({ unit: 'binary' }),
      ),
      (name, value) => {
        const query = new URLSearchParams({ [name]: value })
        const asPage = projectFilter.read({ [name]: query.get(name) ?? '' })
        const isUsed = Object.keys(asPage).length > 0
        expect(readParameters(collectionParameters.projects, query).ok).toBe(isUsed)
      },
    ),
  )
})

it('knows the languages by the names of our addresses and by the standard’s', () => {
  expect(['tc', 'zh-Hans', 'en-HK'].map(languageNamed)).toEqual(['zh-Hant', 'zh-Hans', 'en'])
  expect(languageNamed(undefined)).toBeNull()
})
