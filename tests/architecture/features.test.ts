import { expect, it } from 'vitest'
import {
  cyclesIn,
  featureOf,
  type Import,
  imports,
  named,
  productFiles,
  vocabulary,
} from './imports'

// How features lie and lean on each other: docs/architecture.md, docs/decisions/0001-layers.md.

const all = imports()
const between = all.flatMap(({ from, to }) => {
  const [one, other] = [featureOf(from), featureOf(to)]
  return one && other && one !== other ? [{ one, other, from, to }] : []
})

function graphOf(edges: readonly { one: string; other: string }[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>()
  for (const { one, other } of edges) graph.set(one, (graph.get(one) ?? new Set()).add(other))
  return graph
}

it('finds a cycle where there is one, and each of two', () => {
  const edges = [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['c', 'd'],
    ['d', 'e'],
    ['e', 'd'],
    ['f', 'a'],
  ].map(([one = '', other = '']) => ({ one, other }))
  expect(cyclesIn(graphOf(edges)).sort()).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ])
})

it('has no cycle of features, imports of types included', () => {
  const cycles = cyclesIn(graphOf(between)).map((cycle) => ({
    cycle,
    by: between
      .filter(({ one, other }) => cycle.includes(one) && cycle.includes(other))
      .map(({ from, to }) => `${from} → ${to}`),
  }))
  expect(cycles).toEqual([])
})

it('has the desk and the outlets stand on the register, and never meet', () => {
  const areaOf = (feature: string) => feature.split('/')[0] as string
  const mayLeanOn: Record<string, readonly string[]> = {
    register: ['register'],
    desk: ['desk', 'register'],
    outlets: ['outlets', 'register'],
  }
  const wrong = between.filter(({ one, other }) => !mayLeanOn[areaOf(one)]?.includes(areaOf(other)))
  expect(wrong.map(({ from, to }: Import) => `${from} → ${to}`)).toEqual([])
})

it('names the files of features from the closed vocabulary', () => {
  const strange = productFiles.filter((file) => {
    const feature = featureOf(file)
    if (!feature) return false
    const [first = ''] = file.slice(`src/features/${feature}/`.length).split('/')
    return !vocabulary.has(named(first))
  })
  expect(strange).toEqual([])
})

it('has a file or a folder of a name in a feature, never both', () => {
  const names = new Map<string, Set<string>>()
  for (const file of productFiles) {
    const feature = featureOf(file)
    if (!feature) continue
    const [first = ''] = file.slice(`src/features/${feature}/`.length).split('/')
    const key = `${feature}/${named(first)}`
    names.set(key, (names.get(key) ?? new Set()).add(first))
  }
  expect([...names].filter(([, forms]) => forms.size > 1).map(([name]) => name)).toEqual([])
})
