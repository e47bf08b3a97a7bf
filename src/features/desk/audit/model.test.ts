import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actionName, namedActions, reasonName } from './model'

test('acts and reasons are told in words, and by their code where there are none yet', () => {
  expect(actionName('officers.sign_in', 'zh-Hans')).toBe('登录')
  expect(actionName('officers.sign_in', 'en')).toBe('Sign in')
  for (const code of ['nobody.knows', 'officers', 'officers.sign_in.more', 'constructor.name']) {
    expect(actionName(code, 'en')).toBe(code)
  }
  expect(reasonName('not_allowed', 'zh-Hant')).toBe('你沒有此權限。')
  for (const code of ['fields', 'unheard_of', 'toString']) {
    expect(reasonName(code, 'en')).toBe(code)
  }
})

test('every act that the code records has words', () => {
  const recorded = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|^generated/.test(name))
    .flatMap((name) => [
      ...readFileSync(`src/${name}`, 'utf8').matchAll(
        /(?:action(?:: | = )|(?:refuser|actOf|actOnOfficer|createSubmissions|isFromHere|auditRequest)\([^)']*)'([a-z_]+\.[a-z_]+)'/g,
      ),
    ])
    .map(([, code = '']) => code)
  expect(new Set(recorded).size).toBeGreaterThan(30)
  const named = namedActions('zh-Hant').map(({ code }) => code)
  expect([...new Set(recorded)].filter((code) => !named.includes(code))).toEqual([])
})
