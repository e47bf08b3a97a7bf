import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const files = ['tests/e2e', 'tests/support/browser'].flatMap((folder) =>
  readdirSync(folder).map((name) => ({
    name: `${folder}/${name}`,
    lines: readFileSync(`${folder}/${name}`, 'utf8').split('\n'),
  })),
)

/** What reads once what is there, and waits for nothing. */
const atOnce = /\.(count|all|allTextContents|allInnerTexts|evaluateAll)\(/
/** What gives a page that has come whole, or a number of things that are then there. */
const whole =
  /\b(goto|reload|setContent|waitForURL|waitForLoadState|toHaveCount|signInAs|saved|decide)\(/

// After a press the address and the heading are those of the next page long before the last of its rows.
it('reads nothing at once from a page that is still coming', () => {
  const found = files.flatMap(({ name, lines }) =>
    lines.flatMap((line, index) => {
      if (!atOnce.test(line) || line.includes('.poll(')) return []
      const before = lines.slice(0, index).reverse()
      const last = before.find(
        (text) =>
          whole.test(text) || /\.click\(/.test(text) || /^\s*(test|(async )?function)\b/.test(text),
      )
      return last && /\.click\(/.test(last) && !whole.test(last) ? [`${name}:${index + 1}`] : []
    }),
  )
  expect(found).toEqual([])
})
