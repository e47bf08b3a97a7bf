import { describe, expect, test } from 'vitest'
import { deskPath, deviceOf } from './model'

describe('a browser by what it says of itself', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
  test.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36`,
      'chrome',
      'windows',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`,
      'edge',
      'windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0',
      'firefox',
      'mac',
    ],
    [
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.0 Safari/605.1.15`,
      'safari',
      'mac',
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${webkit} CriOS/140.0 Mobile Safari/604.1`,
      'chrome',
      'iphone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 15; wv) ${webkit} Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0`,
      'wechat',
      'android',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14) ${webkit} SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36`,
      'samsung',
      'android',
    ],
    ['curl/8.5.0', 'unknown', 'unknown'],
    [null, 'unknown', 'unknown'],
  ])('%s', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system })
  })
})

describe('where a sign-in may lead', () => {
  test.each([
    '/tc/desk',
    '/sc/desk/items/6-4.2',
    '/en/desk/officers/0193a6f2-0000-7000-8000-000000000000',
    '/en/desk/audit?officer=0193a6f2&from=2024-04-26&subject=a%40b.example',
  ])('to %s', (path) => {
    expect(deskPath(path)).toBe(path)
  })
  test.each([
    '/en/projects',
    '//evil.example/en/desk',
    'https://evil.example/en/desk',
    '/en/desk/../../evil',
    '/en/desk//evil.example',
    '/en/desk/\\evil.example',
    '/en/desk/password/secret-token',
    '/en/desk/sign-in?next=%2Fen%2Fdesk',
    '/en/deskevil',
    `/en/desk/${'a'.repeat(1000)}`,
    '',
    null,
  ])('not to %s', (path) => {
    expect(deskPath(path)).toBeNull()
  })
})
