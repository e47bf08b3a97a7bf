import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type DocumentState,
  type ItemKind,
  type ItemState,
  needsCitation,
  needsReason,
  type ProjectState,
  statesOf,
} from '@/features/register/states/model/states'
import type { Transaction } from '@/server/database/database'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

/** Runs SQL of this file, outside the code that keeps to the rules by itself. */
const run = (sql: string) => db().$executeRawUnsafe(sql)

describe('append-only tables', () => {
  beforeAll(async () => {
    await db().auditEntry.create({
      data: { at: new Date(), action: 'test', outcome: 'done', detail: {} },
    })
  })

  test.each(['Revision', 'StatusStatement', 'AuditEntry'])('%s refuses a change', async (table) => {
    const column = { Revision: 'action', StatusStatement: 'assertedBy', AuditEntry: 'action' }[
      table
    ]
    await expect(run(`update "${table}" set "${column}" = "${column}"`)).rejects.toThrow(
      /append-only/,
    )
    await expect(run(`delete from "${table}"`)).rejects.toThrow(/append-only/)
    await expect(run(`truncate "${table}" cascade`)).rejects.toThrow(/append-only/)
  })

  test('what a published statement rests on is as fixed as the statement', async () => {
    const where = 'where "statementId" is not null'
    await expect(run(`update "Citation" set "quote" = 'x' ${where}`)).rejects.toThrow(/append-only/)
    await expect(run(`delete from "Citation" ${where}`)).rejects.toThrow(/append-only/)
  })
})

describe('references are permanent', () => {
  test.each([
    ['Mechanism', 'slug', 'other'],
    ['Conference', 'reference', '7'],
    ['Field', 'reference', '6-99'],
    ['Project', 'reference', '6-u99'],
    ['Document', 'reference', '6-d99'],
    ['Organisation', 'slug', 'other'],
    ['Person', 'slug', 'other'],
    ['Source', 'slug', 'other'],
    ['Development', 'slug', '2024-01-01-1'],
    ['GlossaryTerm', 'slug', 'other'],
  ])('%s is neither renamed nor deleted', async (table, column, other) => {
    const one = `where "id" = (select "id" from "${table}" limit 1)`
    const renamed = run(`update "${table}" set "${column}" = '${other}' ${one}`)
    await expect(renamed).rejects.toThrow(/permanent/)
    await expect(run(`delete from "${table}" ${one}`)).rejects.toThrow(/nothing is deleted/)
  })

  test.each(['6-4', '6-4.0', '6-x01', '6-u1', 'HK-6-4.1'])(
    '%s is no reference of a project',
    async (reference) => {
      const { conferenceId } = await db().project.findFirstOrThrow()
      const created = db().project.create({
        data: { reference, conferenceId, position: 999, itemised: false },
      })
      await expect(created).rejects.toThrow(/reference_of_a_project/)
    },
  )

  test('a reference is not given twice', async () => {
    const { conferenceId } = await db().project.findFirstOrThrow()
    const created = db().project.create({
      data: { reference: '6-u01', conferenceId, position: 999, itemised: false },
    })
    await expect(created).rejects.toThrow(/Unique constraint/)
  })
})

describe('a statement', () => {
  const asOf = new Date('2026-01-01T00:00:00Z')

  type Add = (tx: Transaction, statementId: string) => Promise<unknown>

  /** Publishes a statement, and has what the database checks at commit checked at the end. */
  async function state(
    stated: ItemState,
    add: Add = async () => {},
    kind: ItemKind = 'project',
  ): Promise<void> {
    await db().$transaction(async (tx) => {
      const [project, document] = [
        await tx.project.findUniqueOrThrow({ where: { reference: '6-1.1' } }),
        await tx.document.findFirstOrThrow(),
      ]
      const { id } = await tx.statusStatement.create({
        data: {
          ...(kind === 'project'
            ? { projectId: project.id, projectState: stated as ProjectState }
            : { documentId: document.id, documentState: stated as DocumentState }),
          asOf,
          assertedBy: 'editor',
          publishedAt: asOf,
        },
      })
      await add(tx, id)
      await tx.$executeRaw`set constraints all immediate`
    })
  }

  async function cite(tx: Transaction, statementId: string) {
    const { id: sourceId } = await tx.source.findFirstOrThrow()
    await tx.citation.create({ data: { statementId, sourceId, position: 1, quote: 'a quote' } })
  }

  async function citeWithReason(tx: Transaction, statementId: string) {
    await cite(tx, statementId)
    await tx.text.create({
      data: { statementId, part: 'reason', language: 'en', body: 'why', origin: 'editorial' },
    })
  }

  test('that says more than "not reported" rests on a citation', async () => {
    await expect(state('completed')).rejects.toThrow(/rests on no citation/)
    await expect(state('completed', cite)).resolves.toBeUndefined()
  })

  test('of "not reported" needs none', async () => {
    await expect(state('not_reported')).resolves.toBeUndefined()
  })

  test.each(['behind', 'ended'] as const)('of "%s" gives a reason', async (projectState) => {
    await expect(state(projectState, cite)).rejects.toThrow(/gives no reason/)
    await expect(state(projectState, citeWithReason)).resolves.toBeUndefined()
  })

  test.each(['project', 'document'] as const)(
    'of a %s is in one of the states of the table, and gives what the table asks for',
    async (kind) => {
      const type = kind === 'project' ? '"ProjectState"' : '"DocumentState"'
      const known = await db().$queryRawUnsafe<{ label: string }[]>(
        `select unnest(enum_range(null::${type}))::text as label`,
      )
      expect(new Set(known.map(({ label }) => label))).toEqual(new Set(statesOf(kind)))

      const missing = (stated: ItemState, add?: Add) =>
        state(stated, add, kind).then(
          () => [],
          (error: Error) => /(rests on no citation|gives no reason)/.exec(error.message)?.slice(1),
        )
      for (const stated of statesOf(kind)) {
        const reason = needsReason(stated) ? ['gives no reason'] : []
        expect(await missing(stated), stated).toEqual(
          needsCitation(stated) ? ['rests on no citation'] : reason,
        )
        expect(await missing(stated, cite), stated).toEqual(reason)
        expect(await missing(stated, citeWithReason), stated).toEqual([])
      }
    },
  )

  test('is of one item, in that item’s states', async () => {
    const { id: documentId } = await db().document.findFirstOrThrow()
    const { id: projectId } = await db().project.findFirstOrThrow()
    const common = { asOf, assertedBy: 'editor', publishedAt: asOf } as const
    const both = { ...common, documentId, projectId, projectState: 'not_reported' } as const
    await expect(db().statusStatement.create({ data: both })).rejects.toThrow(/one_item/)
    const strange = { ...common, documentId, projectState: 'not_reported' } as const
    await expect(db().statusStatement.create({ data: strange })).rejects.toThrow(/fits_its_item/)
  })
})

describe('texts and citations', () => {
  const text = { part: 'note', language: 'en', body: 'a note', origin: 'editorial' } as const

  test('have exactly one owner', async () => {
    const { id: projectId } = await db().project.findFirstOrThrow()
    const { id: documentId } = await db().document.findFirstOrThrow()
    const { id: sourceId } = await db().source.findFirstOrThrow()
    await expect(db().text.create({ data: { ...text, projectId, documentId } })).rejects.toThrow(
      /text_has_one_owner/,
    )
    await expect(db().text.create({ data: text })).rejects.toThrow(/text_has_one_owner/)
    await expect(
      db().citation.create({ data: { sourceId, projectId, documentId, position: 99 } }),
    ).rejects.toThrow(/citation_has_one_owner/)
  })

  test('are in a language of the register, not blank, and name their original', async () => {
    const { id: projectId } = await db().project.findUniqueOrThrow({
      where: { reference: '6-u31' },
    })
    const wrong: [object, RegExp][] = [
      [{ language: 'zh' }, /text_language_is_known/],
      [{ body: '  ' }, /text_is_not_blank/],
      [{ origin: 'script_conversion' }, /derived_text_names_its_original/],
    ]
    for (const [difference, rule] of wrong) {
      const created = db().text.create({ data: { ...text, projectId, ...difference } })
      await expect(created).rejects.toThrow(rule)
    }
  })
})

test('an itemised project has a field and a text', async () => {
  const { conferenceId, fieldId } = await db().project.findUniqueOrThrow({
    where: { reference: '6-1.1' },
  })
  const project = { id: randomUUID(), conferenceId, position: 998, itemised: true }
  await expect(db().project.create({ data: { ...project, reference: '6-1.98' } })).rejects.toThrow(
    /itemised_project_has_a_field/,
  )
  await expect(
    db().project.create({ data: { ...project, reference: '6-1.99', fieldId } }),
  ).rejects.toThrow(/itemised without a text/)
})
