import { describe, expect, test } from 'vitest'
import { sides } from '~/tests/support/register/cities'
import { type OfficerRole, officerRoles, systemActor } from './model'
import {
  isReviewer,
  mayConfirm,
  mayEdit,
  mayImport,
  mayManageOfficers,
  mayReadAudit,
  mayReview,
  mayState,
} from './policy'

const acting = (role: OfficerRole, needsSecondFactor = false) => ({
  id: 'me',
  role,
  side: 'HK',
  fields: [] as string[],
  needsSecondFactor,
})

describe.each([
  ['viewer', { manage: false, audit: false, review: false, write: false }],
  ['editor', { manage: false, audit: false, review: false, write: true }],
  ['reviewer', { manage: false, audit: false, review: true, write: true }],
  ['admin', { manage: true, audit: true, review: true, write: true }],
] as const)('a person with the role %s', (role, may) => {
  const me = acting(role)
  test('manages officers, reads the audit trail, reviews, writes: as the role says', () => {
    expect(mayManageOfficers(me)).toBe(may.manage)
    expect(mayReadAudit(me)).toBe(may.audit)
    expect(isReviewer(me)).toBe(may.review)
    expect(mayReview(me, { authorId: 'somebody' })).toBe(may.review)
    expect(mayState(me, { fields: ['6-4'] })).toBe(may.write)
    expect(mayEdit(me, { kind: 'source', fields: [] })).toBe(may.write)
    expect(mayEdit(me, { kind: 'conference', fields: [] })).toBe(may.write)
    expect(mayImport(me)).toBe(may.write)
    expect(mayConfirm(me, { fields: ['6-4'], sides, statementAuthorId: 'somebody' })).toBe(
      may.write,
    )
  })
  test('never decides on, and never confirms, what they wrote themselves', () => {
    expect(mayReview(me, { authorId: 'me' })).toBe(false)
    expect(mayConfirm(me, { fields: ['6-4'], sides, statementAuthorId: 'me' })).toBe(false)
  })
})

test.each(officerRoles)('a %s whose second factor is still to be set up does nothing', (role) => {
  const me = acting(role, true)
  expect(mayManageOfficers(me)).toBe(false)
  expect(mayReadAudit(me)).toBe(false)
  expect(isReviewer(me)).toBe(false)
  expect(mayReview(me, { authorId: 'somebody' })).toBe(false)
  expect(mayState(me, { fields: ['6-4'] })).toBe(false)
  expect(mayEdit(me, { kind: 'source', fields: [] })).toBe(false)
  expect(mayImport(me)).toBe(false)
})

test('the command line manages officers', () => {
  expect(mayManageOfficers(systemActor)).toBe(true)
})

test.each([
  ['editor', [], ['6-4'], true],
  ['editor', [], [], true],
  ['editor', ['6-4'], ['6-4'], true],
  ['editor', ['6-4'], ['6-5', '6-4'], true],
  ['editor', ['6-4'], ['6-5'], false],
  ['editor', ['6-4'], [], false],
  ['reviewer', ['6-4'], ['6-5'], true],
  ['admin', [], [], true],
] as const)('an officer (%s, in charge of %j) and an item of %j: %s', (role, fields, item, may) => {
  const officer = { ...acting(role), fields: [...fields] }
  expect(mayState(officer, { fields: item })).toBe(may)
  expect(mayEdit(officer, { kind: 'project', fields: item })).toBe(may)
})

test('an editor of some fields leaves conferences, fields and the glossary to others', () => {
  const officer = { ...acting('editor'), fields: ['6-4'] }
  for (const kind of ['conference', 'field', 'glossary_term', 'mechanism'] as const) {
    expect(mayEdit(officer, { kind, fields: [] })).toBe(false)
  }
  for (const kind of ['source', 'organisation', 'person'] as const) {
    expect(mayEdit(officer, { kind, fields: [] })).toBe(true)
  }
})
