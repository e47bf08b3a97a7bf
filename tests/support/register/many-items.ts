import { randomUUID } from 'node:crypto'
import { textHash } from '@/features/register/texts/model/text'
import { Prisma } from '@/generated/prisma/client'
import { languages } from '@/i18n/language'
import type { Database, Transaction } from '@/server/database/database'

/** The conference and field that the generated items belong to. */
export const manyConference = '99'
const field = `${manyConference}-1`

/** How many items are made in one transaction. */
const atOnce = 1_000

const bodies = {
  'zh-Hant': '兩地加強合作，推動項目落實。',
  'zh-Hans': '两地加强合作，推动项目落实。',
  en: 'The two cities step up co-operation and carry the project through.',
}

/**
 * Adds itemised projects with a statement each, in a conference of their own, as the log and the tables would
 * have them; no number of them is announced.
 */
export async function addManyItems(db: Database, count: number): Promise<void> {
  const { id: mechanismId } = await db.mechanism.findFirstOrThrow()
  const source = await db.source.findFirstOrThrow({ orderBy: { slug: 'asc' } })
  const conference = await db.conference.create({
    data: {
      reference: manyConference,
      mechanismId,
      number: Number(manyConference),
      heldOn: new Date('2024-04-26'),
    },
  })
  const { id: fieldId } = await db.field.create({
    data: { reference: field, conferenceId: conference.id, number: 1 },
  })
  const cited = { source: source.slug, quote: 'The sides met.', locator: null }
  const [{ head }] = (await db.$queryRaw`select max(number) as head from "Revision"`) as [
    { head: number },
  ]
  const at = new Date()
  for (let from = 0; from < count; from += atOnce) {
    const items = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => ({
      id: randomUUID(),
      statementId: randomUUID(),
      number: from + index + 1,
    }))
    await db.$transaction(
      async (tx) => {
        await insert(
          tx,
          'Project',
          items.map(({ id, number }) => ({
            id,
            reference: `${field}.${number}`,
            conferenceId: conference.id,
            fieldId,
            position: number,
            itemised: true,
            state: 'in_progress',
            stateAsOf: '2025-01-02',
            version: 1,
            lastRevisedAt: at,
          })),
        )
        await insert(
          tx,
          'StatusStatement',
          items.map(({ id, statementId }) => ({
            id: statementId,
            projectId: id,
            projectState: 'in_progress',
            asOf: '2025-01-02',
            assertedBy: 'press',
            publishedAt: at,
          })),
        )
        await insert(
          tx,
          'Text',
          items.flatMap(({ id, statementId, number }) => [
            ...textRows(`項目${number}`).map((text) => ({ ...text, part: 'title', projectId: id })),
            ...textRows(`${number} `).map((text) => ({ ...text, part: 'text', projectId: id })),
            ...textRows('').map((text) => ({ ...text, part: 'note', statementId })),
          ]),
        )
        await insert(
          tx,
          'Citation',
          items.flatMap(({ id, statementId }) =>
            [{ projectId: id }, { statementId }].map((owner) => ({
              ...owner,
              sourceId: source.id,
              quote: cited.quote,
              position: 1,
            })),
          ),
        )
        await tx.$executeRaw`
          update "Project" set "currentStatementId" = s.id from "StatusStatement" s
          where s."projectId" = "Project".id and "Project".id = any(${items.map(({ id }) => id)})`
        await insert(
          tx,
          'Revision',
          items.map(({ number }) => ({
            number: head + number,
            subjectKind: 'project',
            subjectReference: `${field}.${number}`,
            subjectRevision: 1,
            action: 'entered',
            after: snapshotOf(number, cited),
            citations: [cited],
            actorRole: 'register',
            recordedAt: at,
          })),
        )
      },
      { timeout: 120_000 },
    )
  }
}

/** Inserts rows as one parameter; the client writes one for each cell. Those without an id get one. */
async function insert(tx: Transaction, table: string, rows: readonly object[]): Promise<void> {
  const named = table === 'Revision' ? rows : rows.map((row) => ({ id: randomUUID(), ...row }))
  const names = [...new Set(named.flatMap((row) => Object.keys(row)))]
  const columns = Prisma.raw(names.map((name) => `"${name}"`).join(', '))
  await tx.$executeRaw`
    insert into ${Prisma.raw(`"${table}"`)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${Prisma.raw(`"${table}"`)}, ${JSON.stringify(named)}::jsonb)`
}

function textRows(before: string) {
  const original = `${before}${bodies['zh-Hant']}`
  return languages.map((language) => ({
    language,
    body: `${before}${bodies[language]}`,
    origin:
      language === 'zh-Hant'
        ? ('editorial' as const)
        : language === 'en'
          ? ('unofficial_translation' as const)
          : ('script_conversion' as const),
    derivedFromHash: language === 'zh-Hant' ? null : textHash(original),
  }))
}

function snapshotOf(number: number, cited: object) {
  const passage = (before: string) =>
    Object.fromEntries(
      textRows(before).map(({ language, ...entry }) => [
        language,
        { ...entry, originDetail: null, reviewedAt: null },
      ]),
    )
  return {
    conference: manyConference,
    field,
    itemised: true,
    state: 'in_progress',
    statement: {
      asOf: '2025-01-02',
      assertedBy: 'press',
      texts: { note: passage('') },
      citations: [cited],
    },
    texts: { title: passage(`項目${number}`), text: passage(`${number} `) },
    citations: [cited],
  }
}
