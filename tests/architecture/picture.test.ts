import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { featureOf, imports, productFiles } from '../support/imports'

// docs/architecture.md says what is true.

const page = readFileSync('docs/architecture.md', 'utf8')

it('lists the features that there are', () => {
  const listed = [...page.matchAll(/^\| `((?:register|desk|outlets)\/[\w/-]+)` +\|/gm)]
  const real = new Set(productFiles.flatMap((file) => featureOf(file) ?? []))
  expect(listed.map(([, name]) => name).sort()).toEqual([...real].sort())
})

it('walks where the imports lead', () => {
  const walks = [...page.matchAll(/`src\/[^`]+`(?: → `src\/[^`]+`)+/g)].map(([walk]) =>
    walk.split(' → ').map((stop) => stop.slice(1, -1)),
  )
  expect(walks.length).toBeGreaterThanOrEqual(8)
  const edges = new Set(imports().map(({ from, to }) => `${from} → ${to}`))
  const steps = walks.flatMap((walk) =>
    walk.slice(1).map((stop, index) => `${walk[index]} → ${stop}`),
  )
  expect(steps.filter((step) => !edges.has(step))).toEqual([])
})
