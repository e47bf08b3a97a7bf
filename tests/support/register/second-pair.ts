import type { Officer } from '@/features/desk/officers/model'
import { confirmStatement } from '@/features/desk/round/statements/commands/confirm-statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { recordRevision } from '@/features/register/log/commands/record'
import type { SubjectKind } from '@/features/register/subjects/model/kinds'
import type { Prisma, TextPart } from '@/generated/prisma/client'
import { hongKongDay } from '@/i18n/formats'
import type { Database, Transaction } from '@/server/database/database'

/** An invented city, with which Hong Kong has a pair in these tests. */
export const farCity = 'QX'

/** What the second pair holds, by reference or slug. */
export const secondPair = {
  mechanism: 'hk-qx',
  conference: 'qx-1',
  field: 'qx-1-1',
  project: 'qx-1-1.1',
  document: 'qx-1-d01',
  organisation: 'qixing-bureau',
} as const

const note = { 'zh-Hant': '', 'zh-Hans': '码头已动工。', en: 'Work on the pier has begun.' }
const citation = {
  source: {
    kind: 'new' as const,
    publisher: 'Pier Daily',
    title: 'Work begins',
    publishedOn: hongKongDay(new Date()),
    url: 'https://example.org/pier',
    sourceKind: 'news' as const,
    language: 'en' as const,
  },
  quote: 'Work on the pier has begun.',
  locator: '',
}
/** What an officer of the far city states of an item of the pair. */
export const stated = {
  assertedBy: 'qx_side',
  note,
  citations: [citation],
  original: 'zh-Hans' as const,
}

const register = { role: 'register', side: null, officerId: null } as const
const day = new Date('2024-05-01T00:00:00Z')

/** Enters a second pair, Hong Kong and 七星, beside the first: one of each of the nouns of a pair. */
export async function enterSecondPair(db: Database): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const shortName = { 'zh-Hant': '七', 'zh-Hans': '七', en: 'Qixing' }
      await tx.city.create({ data: { code: farCity, shortName, script: 'zh-Hans' } })
      await say(tx, { cityCode: farCity }, 'name', '七星', 'Qixing')
      const mechanism = await tx.mechanism.create({
        data: {
          slug: secondPair.mechanism,
          referencePrefix: 'qx-',
          firstCityCode: 'HK',
          secondCityCode: farCity,
        },
      })
      await say(tx, { mechanismId: mechanism.id }, 'name', '港七合作會議', 'A conference of two')
      const conference = await tx.conference.create({
        data: {
          reference: secondPair.conference,
          mechanismId: mechanism.id,
          number: 1,
          heldOn: day,
          announcements: { create: [{ kind: 'projects', number: 1 }] },
        },
      })
      const conferenceId = conference.id
      await say(tx, { conferenceId }, 'name', '第一次會議', 'First session')
      const field = await tx.field.create({
        data: { reference: secondPair.field, conferenceId, number: 1 },
      })
      await say(tx, { fieldId: field.id }, 'name', '海事', 'Shipping')
      const organisation = await tx.organisation.create({
        data: { slug: secondPair.organisation, side: farCity },
      })
      await say(tx, { organisationId: organisation.id }, 'name', '星局', 'Bureau of stars')
      const project = await tx.project.create({
        data: {
          reference: secondPair.project,
          conferenceId,
          fieldId: field.id,
          position: 1,
          itemised: true,
        },
      })
      await say(tx, { projectId: project.id }, 'title', '共建碼頭', 'A pier')
      await say(tx, { projectId: project.id }, 'text', '共建一個碼頭。', 'A pier is built.')
      const document = await tx.document.create({
        data: {
          reference: secondPair.document,
          conferenceId,
          mechanismId: mechanism.id,
          position: 1,
          itemised: true,
          kind: 'memorandum',
          signedOn: day,
          counted: 'yes',
          fullTextPublished: 'unknown',
          state: 'signed',
          fields: { connect: { id: field.id } },
          projects: { connect: { id: project.id } },
          parties: { create: [{ organisationId: organisation.id, position: 1 }] },
        },
      })
      await say(tx, { documentId: document.id }, 'title', '碼頭備忘錄', 'Memorandum on a pier')
      for (const [kind, reference] of Object.entries(secondPair)) {
        await recordRevision(tx, {
          kind: kind as SubjectKind,
          reference,
          action: 'entered',
          actor: register,
          citations: [],
        })
      }
    },
    { timeout: 60_000 },
  )
}

async function say(
  tx: Transaction,
  owner: Partial<Prisma.TextCreateManyInput>,
  part: TextPart,
  chinese: string,
  english: string,
): Promise<void> {
  const bodies = { 'zh-Hant': chinese, 'zh-Hans': chinese, en: english }
  await tx.text.createMany({
    data: Object.entries(bodies).map(([language, body]) => ({
      ...owner,
      part,
      language,
      body,
      origin: 'editorial' as const,
    })),
  })
}

/** Has an officer confirm what is published of an item now. */
export async function confirm(officer: Officer, reference: string) {
  const item = await findItemToState(reference)
  return confirmStatement(officer, { reference, statementId: item?.live.statementId ?? '' })
}
