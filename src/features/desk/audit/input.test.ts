import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditFilter } from './input'

test('what is wrong in an address counts as nothing, and the rest holds', () => {
  const asked = {
    officer: 'nobody',
    action: 'Robert; drop table',
    outcome: 'perhaps',
    subject: ' 6-4.2 ',
    from: '2024-02-31',
    to: '2024-04-26',
    else: 'x',
  }
  expect(auditFilter.read(asked)).toEqual({ subject: '6-4.2', to: '2024-04-26' })
  expect(auditFilter.read({ after: "2024-04-26T00:00:00.000Z~' or 1=1" })).toEqual({})
})

test('a filter written into an address is read back as it was', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const filter = fc.record(
    {
      officer: fc.uuid(),
      action: fc.constantFrom('officers.sign_in', 'audit.export'),
      outcome: fc.constantFrom('done' as const, 'refused' as const),
      subject: fc.constantFrom('6-4.2', 'chan@example.org'),
      from: day,
      to: day,
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(filter, (one) => {
      expect(auditFilter.read(auditFilter.write(auditFilter.read(one)))).toEqual(one)
    }),
  )
})
