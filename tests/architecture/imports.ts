import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export type Import = { from: string; to: string }

/** The product's own files, by their paths from the root; tests and what is generated are left out. */
export const productFiles: readonly string[] = readdirSync('src', {
  recursive: true,
  encoding: 'utf8',
})
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.(ts|tsx)$/.test(name) && !/\.test\.tsx?$/.test(name))
  .filter((name) => !name.startsWith('src/generated/'))

/** Every import of one of the product's files by another; those of types alone count as well. */
export function imports(): Import[] {
  return productFiles.flatMap((from) =>
    [...readFileSync(from, 'utf8').matchAll(specifiers)].flatMap(([, one, other]) => {
      const to = resolved(from, (one ?? other) as string)
      return to ? [{ from, to }] : []
    }),
  )
}

const specifiers = /(?:\bfrom\s|\bimport\()\s*'([^']+)'|^import\s+'([^']+)'/gm

function resolved(from: string, specifier: string): string | null {
  const bare = specifier.startsWith('@/')
    ? `src/${specifier.slice(2)}`
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), specifier)
      : null
  if (!bare) return null
  return ['.ts', '.tsx', '.mjs', '.d.ts', ''].map((end) => bare + end).find(existsSync) ?? null
}

/**
 * The feature that a file belongs to: `register/sources`, `desk/round/edits`; null outside the features. A feature
 * is a folder that holds files of the vocabulary, so `log/checkpoints` is one of its own.
 */
export function featureOf(file: string): string | null {
  const inside = /^src\/features\/(.+)$/.exec(file)?.[1]?.split('/')
  if (!inside) return null
  const depth =
    ['desk/round', 'register/log'].includes(inside.slice(0, 2).join('/')) &&
    !vocabulary.has(named(inside[2] ?? ''))
      ? 3
      : 2
  return inside.slice(0, depth).join('/')
}

/** What the files and folders of a feature may be called; a folder holds what one file has become too small for. */
export const vocabulary: ReadonlySet<string> = new Set([
  'model',
  'input',
  'policy',
  'queries',
  'commands',
  'actions',
  'session',
  'wording',
  'formats',
  'components',
])

/** A file's or folder's name without its endings. */
export function named(entry: string): string {
  return entry.replace(/(\.test)?\.tsx?$/, '')
}

/** The groups of two or more that all reach each other, by Tarjan's algorithm; each sorted. */
export function cyclesIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const groups: string[][] = []
  const visit = (node: string) => {
    index.set(node, index.size)
    low.set(node, index.get(node) as number)
    stack.push(node)
    for (const next of edges.get(node) ?? []) {
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) {
        low.set(node, Math.min(low.get(node) as number, low.get(next) as number))
      }
    }
    if (low.get(node) !== index.get(node)) return
    const group = stack.splice(stack.indexOf(node))
    if (group.length > 1) groups.push(group.sort())
  }
  for (const node of edges.keys()) if (!index.has(node)) visit(node)
  return groups
}
