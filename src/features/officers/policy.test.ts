import { describe, expect, test } from 'vitest'
import { systemActor } from './model'
import { mayManageOfficers, mayPublishOwn, mayReview, mayUpdate } from './policy'

const acting = (role: 'editor' | 'reviewer' | 'admin') => ({ id: 'me', role })

describe.each([
  ['editor', { manage: false, publish: false, review: false }],
  ['reviewer', { manage: false, publish: true, review: true }],
  ['admin', { manage: true, publish: true, review: true }],
] as const)('a person with the role %s', (role, may) => {
  test(`${may.manage ? 'manages' : 'does not manage'} officers`, () => {
    expect(mayManageOfficers(acting(role))).toBe(may.manage)
  })
  test(`${may.publish ? 'publishes' : 'does not publish'} by their own save`, () => {
    expect(mayPublishOwn(acting(role))).toBe(may.publish)
  })
  test(`${may.review ? 'decides' : 'does not decide'} on what others submit`, () => {
    expect(mayReview(acting(role), { authorId: 'somebody' })).toBe(may.review)
  })
  test('never decides on what they submitted themselves', () => {
    expect(mayReview(acting(role), { authorId: 'me' })).toBe(false)
  })
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
  expect(mayUpdate({ role, fields }, { fields: item })).toBe(may)
})
