import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '~/public/verify-log.mjs'
import { canonicalText, entryOf } from './entry'

// Both write the one form: the library for the register, the stand-alone script for whoever verifies.
describe.each([
  ['the register', canonicalText],
  ['the script', canonical],
])('%s writes JSON as RFC 8785 does', (_, write) => {
  it('its first example, 3.2.2 and 3.2.3', () => {
    const value = {
      numbers: [JSON.parse('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(write(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('names in the order of their UTF-16 units, 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(write(value)) as object)).toHaveLength(7)
    expect(write(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    )
  })

  it.each([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [1e23, '1e+23'],
    [0.000001, '0.000001'],
    [333333333.3333332, '333333333.3333332'],
  ])('the number %d of appendix B', (number, text) => {
    expect(write(number)).toBe(text)
  })

  it('nothing that JSON cannot hold', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udead': 1 }]) {
      expect(() => write(value)).toThrow()
    }
  })
})

it('gives the same text for any value, in the register and in the script', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const text = canonicalText(value)
      expect(canonical(value)).toBe(text)
      expect(canonicalText(JSON.parse(text))).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

it('holds what the public is told, and nobody’s account', () => {
  const row = {
    number: 7,
    subjectKind: 'project',
    subjectReference: '6-4.2',
    subjectRevision: 2,
    action: 'corrected',
    before: { texts: {}, citations: [] },
    after: { state: 'in_progress', texts: {}, citations: [] },
    citations: [{ source: 'tkp-2024-04-27', quote: null, locator: null }],
    actorRole: 'editor',
    actorSide: 'HK',
    actorId: 'the-editor',
    approverRole: 'reviewer',
    approverSide: 'SH',
    approverId: 'the-reviewer',
    corrects: 3,
    correctionReason: { en: 'A wrong date.' },
    recordedAt: new Date('2026-11-24T01:02:03.004Z'),
  } as const
  expect(entryOf(row as unknown as Parameters<typeof entryOf>[0])).toEqual({
    number: 7,
    kind: 'project',
    reference: '6-4.2',
    revision: 2,
    action: 'corrected',
    before: row.before,
    after: row.after,
    citations: row.citations,
    actor: { role: 'editor', side: 'HK' },
    approver: { role: 'reviewer', side: 'SH' },
    corrects: 3,
    correctionReason: { en: 'A wrong date.' },
    recordedAt: '2026-11-24T01:02:03.004Z',
  })
})
