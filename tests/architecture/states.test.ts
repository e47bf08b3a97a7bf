import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  type ItemKind,
  type ItemState,
  states,
  statesOf,
} from '@/features/register/states/model/states'
import { stateWords } from '@/features/register/states/wording'

// What else names every state is made from their table. `npm run test:unit -- -u` writes it anew.

const all = Object.keys(states) as ItemState[]

test('the pages draw the states in the colours of the table: src/app/styles/states.css', async () => {
  const inCss = (state: ItemState) => state.replaceAll('_', '-')
  const colours = (scheme: 'light' | 'dark', indent: string) => [
    `${indent}:root {`,
    ...all.map((state) => `${indent}  --${inCss(state)}: ${states[state].colours[scheme]};`),
    `${indent}}`,
  ]
  const styles = [
    '/* Made from src/features/register/states/model/states.ts by tests/architecture/states.test.ts. */',
    ...colours('light', ''),
    '',
    '@media (prefers-color-scheme: dark) {',
    ...colours('dark', '  '),
    '}',
    '',
    ...all.flatMap((state) => [`.state-${state} {`, `  --state: var(--${inCss(state)});`, '}']),
    '',
  ]
  await expect(styles.join('\n')).toMatchFileSnapshot('../../src/app/styles/states.css')
})

test('the glossary names the states in every script: docs/glossary.md', async () => {
  const named = (kind: ItemKind) =>
    statesOf(kind)
      .map((state) => {
        const [hant, hans] = (['zh-Hant', 'zh-Hans'] as const).map(
          (language) => stateWords(kind, state, language).label,
        )
        return `_${state.replaceAll('_', ' ')}_ ${hant}/${hans}`
      })
      .join(' · ')
  const page = readFileSync('docs/glossary.md', 'utf8').replace(
    /^Statuses of projects: .*?\. Statuses of documents: .*?\./m,
    `Statuses of projects: ${named('project')}. Statuses of documents: ${named('document')}.`,
  )
  expect(page).toContain(named('document'))
  await expect(page).toMatchFileSnapshot('../../docs/glossary.md')
})
