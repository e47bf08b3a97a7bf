import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const files = ['tests/e2e', 'tests/support/browser'].flatMap((folder) =>
  readdirSync(folder).map((name) => ({
    name: `${folder}/${name}`,
    lines: readFileSync(`${folder}/${name}`, 'utf8').split('\n'),
  })),
)

// An address is that of the next page when its first bytes arrive: `waitForURL` waits for all of them.
it('reads nothing at once from a page of which only the address is known', () => {
  const atOnce = /\.(count|all|allTextContents|allInnerTexts|evaluateAll)\(|page\.url\(\)/
  const found = files.flatMap(({ name, lines }) =>
    lines.flatMap((line, index) => {
      if (!/\.toHaveURL\(/.test(line)) return []
      const next = lines.slice(index + 1, index + 4)
      const other = next.findIndex((text) => /\bexpect\(|\bclick\(|^\s*$|^\s*\}/.test(text))
      const read = next.findIndex((text) => atOnce.test(text) && !/\.poll\(/.test(text))
      return read >= 0 && (other < 0 || read <= other) ? [`${name}:${index + 2 + read}`] : []
    }),
  )
  expect(found).toEqual([])
})
