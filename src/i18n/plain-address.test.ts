import { expect, test } from 'vitest'
import { plainAddress } from './plain-address'

test.each([
  ['/tc/projects/6-4.2。', '/tc/projects/6-4.2'],
  ['/tc/projects/6-4.2）', '/tc/projects/6-4.2'],
  ['/tc/projects/6-4.2，詳見', '/tc/projects/6-4.2'],
  ['/en/projects/6–4.2', '/en/projects/6-4.2'],
  ['/en/projects/6−4.2', '/en/projects/6-4.2'],
  ['/en/projects/６-４.２', '/en/projects/6-4.2'],
  ['/en/projects/6-4.2.', '/en/projects/6-4.2'],
  ['/en/projects/6-4.2,', '/en/projects/6-4.2'],
  ['/sc/documents/6-D03', '/sc/documents/6-d03'],
  ['/sc/documents/6-D03/history', '/sc/documents/6-d03/history'],
  ['/en/projects/6-4.2\u200b', '/en/projects/6-4.2'],
  ['/en/organisations/HA-HK。', '/en/organisations/ha-hk'],
  ['/en/conferences/6。', '/en/conferences/6'],
])('%s leads to %s', (written, plain) => {
  expect(plainAddress(encodeURI(written))).toBe(plain)
  expect(plainAddress(plain)).toBeNull()
})

test.each([
  '/en/projects',
  '/en/search',
  '/en/projects/。',
  '/en/projects/%',
  '/',
  '/api/v1/projects/6-D03',
])('%s is left as it is', (address) => {
  expect(plainAddress(address)).toBeNull()
})
