import { expect, test } from 'vitest'
import { officerRoles } from '@/features/desk/officers/model'
import { acts, type Judged, matrixField } from '../support/desk/access'
import { sides } from '../support/register/cities'

const assignments = {
  everything: [],
  [`field ${matrixField}`]: [matrixField],
  'another field': ['6-5'],
} as const

const people = officerRoles.flatMap((role) =>
  Object.entries(assignments).map(([charge, fields]) => ({ role, charge, fields })),
)

const judged = (role: Judged['role'], fields: readonly string[], side: Judged['side']): Judged => ({
  id: 'me',
  role,
  side,
  fields,
  needsSecondFactor: false,
})

test('who may do what is written down: docs/access.md', async () => {
  const rows = Object.values(acts).map(({ act, may }) => [
    act,
    ...people.map(({ role, fields }) => (may(judged(role, fields, 'HK')) ? 'yes' : '–')),
  ])
  const head = ['', ...people.map(({ role, charge }) => `${role}, in charge of ${charge}`)]
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  const page = `# Who may do what

Made from \`src/features/desk/officers/policy.ts\` by a test (\`npm run test:unit -- -u\` writes it anew); another
asks every command the same questions. Both sides have the same rights: an officer confirms for their own side
only. An editor to whom no field is assigned is in charge of everything. Somebody whose role asks for a second
factor that is still to be set up may look after their own account, and nothing else.

${table.join('\n')}
`
  await expect(page).toMatchFileSnapshot('../../docs/access.md')
})

test('both sides may do the same', () => {
  for (const { may } of Object.values(acts)) {
    for (const { role, fields } of people) {
      const [hongKong, shanghai] = sides.map((side) => may(judged(role, fields, side)))
      expect(hongKong).toBe(shanghai)
    }
  }
})

test('without the second factor that a role asks for, nothing is allowed but what is one’s own', () => {
  for (const [name, { may }] of Object.entries(acts)) {
    if (['withdrawOwn', 'ownAccount', 'download'].includes(name)) continue
    for (const { role, fields } of people) {
      expect(may({ ...judged(role, fields, 'HK'), needsSecondFactor: true })).toBe(false)
    }
  }
})
