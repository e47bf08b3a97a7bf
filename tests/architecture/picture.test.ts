import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { featureOf, imports, productFiles } from './imports'

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

it('walks an officer’s statement through no feature twice', () => {
  const [, walk = ''] = page.split('## An officer')
  const rooms = [...walk.matchAll(/`(src\/[^`]+)`/g)].map(
    ([, stop = '']) => featureOf(stop) ?? 'app',
  )
  const visits = rooms.filter((room, index) => room !== rooms[index - 1])
  expect(visits.length).toBeGreaterThan(5)
  expect(visits).toEqual([...new Set(visits)])
})
