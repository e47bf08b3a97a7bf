import { expect, it } from 'vitest'
import { partsOf, shapeOf } from './json-schema'

const nothing = { isList: false, isNullable: false, name: null, values: [], types: [] }

it('tells a reader what a part is', () => {
  expect(shapeOf({})).toEqual(nothing)
  expect(shapeOf({ type: ['string', 'null'] })).toEqual({
    ...nothing,
    isNullable: true,
    types: ['string'],
  })
  expect(shapeOf({ anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] })).toEqual({
    ...nothing,
    isNullable: true,
    types: ['time'],
  })
  expect(
    shapeOf({
      anyOf: [
        { type: 'string', format: 'date' },
        { type: 'string', format: 'date-time' },
      ],
    }),
  ).toEqual({ ...nothing, types: ['date', 'time'] })
  expect(shapeOf({ type: 'array', items: { $ref: '#/components/schemas/Party' } })).toEqual({
    ...nothing,
    isList: true,
    name: 'Party',
  })
  expect(shapeOf({ type: 'string', enum: ['yes', 'no'] })).toMatchObject({ values: ['yes', 'no'] })
})

it('lists the parts of nameless objects with the object that they are in, and not those of named ones', () => {
  const parts = partsOf({
    required: ['chairs', 'place'],
    properties: {
      chairs: {
        type: 'array',
        items: { type: 'object', properties: { side: { type: 'string', description: 'A city.' } } },
      },
      place: { anyOf: [{ type: 'object', properties: { name: {} } }, { type: 'null' }] },
      source: { $ref: '#/components/schemas/Source' },
    },
  })
  expect(parts.map(({ path, isOptional }) => [path, isOptional])).toEqual([
    ['chairs', false],
    ['chairs[].side', true],
    ['place', false],
    ['place.name', true],
    ['source', true],
  ])
  expect(parts[1]?.description).toBe('A city.')
})
