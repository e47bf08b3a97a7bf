import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { recordRevision } from '@/features/register/log/commands/record'
import { readSnapshot } from '@/features/register/log/queries/snapshot'
import { toSource } from '@/features/register/sources/queries'
import { kinds, type SubjectKind } from '@/features/register/subjects/model/kinds'
import { snapshotOf } from '@/features/register/subjects/model/snapshot'
import type { TextPart } from '@/generated/prisma/client'
import { type Language, languages } from '@/i18n/language'
import type { Database, Transaction } from '@/server/database/database'
import { applyAmendments } from '~/prisma/seed/amendments'
import { readAmendments } from '~/prisma/seed/corrections'
import { idOf } from '~/prisma/seed/rows'
import { startRun } from '~/prisma/seed/run'
import { register } from '~/prisma/seed/statements'
import { freshDatabase } from '~/tests/support/server/database'

/** The texts that the editors wrote or made, as far as a reader meets them today. */
async function ownTexts(db: Database, language: Language) {
  const rows = await db.text.findMany({
    where: {
      language,
      origin: { in: ['editorial', 'unofficial_translation', 'script_conversion'] },
    },
    include: { statement: { include: { currentOfProject: true, currentOfDocument: true } } },
  })
  return rows
    .filter(
      ({ statement }) => !statement || statement.currentOfProject || statement.currentOfDocument,
    )
    .map(({ body }) => body)
}

const banned: Record<Language, RegExp> = {
  'zh-Hant': /據轉載本|未見原網址|所持來源|版面則說|版面印出/u,
  'zh-Hans': /视像|报章|记录册|语文|据转载本|未见原网址|所持来源/u,
  en: /on the Mainland|in so many words|at the conference|sources held|own address/i,
}

const db = freshDatabase()

describe('a register that opens', () => {
  test.each(languages)('the editors’ own words keep the rules of %s', async (language) => {
    const bodies = await ownTexts(db(), language)
    expect(bodies.length).toBeGreaterThan(200)
    expect(bodies.filter((body) => banned[language].test(body))).toEqual([])
    const marks = { 'zh-Hant': /[“”‘’]/u, 'zh-Hans': /[「」『』]/u, en: /['"]/u }
    expect(bodies.filter((body) => marks[language].test(body))).toEqual([])
  })

  test('newspapers that the editors name stand in title marks', async () => {
    const bodies = await ownTexts(db(), 'zh-Hant')
    const named = bodies.filter((body) => body.includes('大公報') && body !== '大公報')
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((body) => /(?<!《)大公報/u.test(body))).toEqual([])
  })

  test('every publisher has a name in each language, or is known to have none', async () => {
    const sources = await db().source.findMany({ include: { texts: true } })
    const without = sources.map(toSource).flatMap(({ publisher, publisherNames, language }) => {
      const missing = languages.filter((one) => one !== language && !publisherNames[one])
      return missing.length > 0 ? [publisher] : []
    })
    expect([...new Set(without)].sort()).toEqual(
      [
        ...['CoinGeek', 'Fintech News Hong Kong', 'Healthcare Asia', 'Invest Shanghai'],
        ...['Reg-Track', 'huashangw.com', 'qingtingxy.com', '亞洲文旅網', '識港網'],
      ].sort(),
    )
  })

  test('a publisher’s name is a name, in the source’s language, and one name for one publisher', async () => {
    const sources = (await db().source.findMany({ include: { texts: true } })).map(toSource)
    const inEnglish = new Map<string, string>()
    for (const { slug, publisher, publisherNames, language } of sources) {
      expect(publisher, slug).not.toMatch(/\bvia\b|photo|release|repost|\(carries/i)
      const own = publisherNames[language]?.body
      if (own) expect(publisher, slug).toBe(own)
      const [hant, en] = [publisherNames['zh-Hant']?.body, publisherNames.en?.body]
      if (hant && en) expect(inEnglish.get(hant) ?? en, slug).toBe(en)
      if (hant && en) inEnglish.set(hant, en)
    }
  })

  test('documents of 2021 have Traditional titles, marked as conversions', async () => {
    const titles = await db().text.findMany({
      where: { part: 'title', language: 'zh-Hant', document: { conference: { reference: '5' } } },
    })
    expect(titles).toHaveLength(5)
    expect(new Set(titles.map(({ origin }) => origin))).toEqual(new Set(['script_conversion']))
  })
})

describe('a register that was open before', () => {
  const samples: [SubjectKind, string][] = [
    ['project', '6-1.3'],
    ['project', '6-2.1'],
    ['project', '6-2.3'],
    ['document', '5-d01'],
    ['development', '2025-06-18-2'],
    ['conference', '5'],
    ['source', 'tkp-2024-04-27'],
  ]
  const isSample = (kind: string, reference: string) =>
    samples.some(([one, its]) => one === kind && its === reference)
  const all = readAmendments()
  const since = all
    .filter(([name]) => name > '0008')
    .map(([name, { reason, changes }]): (typeof all)[number] => [
      name,
      { reason, changes: changes.filter(({ kind, reference }) => isSample(kind, reference)) },
    ])

  test('ends as one that opens now, and says of each change why', async () => {
    const read = () =>
      db().$transaction(async (tx) => {
        const held = []
        for (const [kind, reference] of samples) held.push(await readSnapshot(tx, kind, reference))
        return held
      })
    const now = await read()
    await db().$transaction(async (tx) => {
      for (const [kind, reference] of samples) await takeBack(tx, kind, reference)
      await tx.amendment.deleteMany({
        where: { name: { in: ['0000-quotation-marks', ...since.map(([name]) => name)] } },
      })
    })
    const head = await db().revision.count()
    expect(await read()).not.toEqual(now)
    const revisions = await db().$transaction(
      async (tx) => applyAmendments(await startRun(tx), since),
      { timeout: 60_000 },
    )
    expect(await read()).toEqual(now)
    const added = await db().revision.findMany({ where: { number: { gt: head } } })
    expect(added).toHaveLength(revisions)
    const actions = added.map(({ action, subjectReference }) => `${action} ${subjectReference}`)
    expect(new Set(actions)).toEqual(new Set(samples.map(([, one]) => `corrected ${one}`)))
  })

  /** The subject as it stood before the later corrections, its conversions in the marks of Hong Kong. */
  async function takeBack(tx: Transaction, kind: SubjectKind, reference: string) {
    const subject = { subjectKind: kind, subjectReference: reference }
    const log = await tx.revision.findMany({ where: subject, orderBy: { number: 'asc' } })
    const reasons = since.map(([, { reason }]) => reason)
    const first = log.findIndex(({ correctionReason }) =>
      reasons.some((reason) => isDeepStrictEqual(reason, correctionReason)),
    )
    const held = snapshotOf(log.at(first === -1 ? -1 : first - 1)?.after)
    const { ids, rows } = await startRun(tx)
    const id = idOf(ids[kind], reference)
    if (held.publisher)
      await tx.source.update({ where: { id }, data: { publisher: held.publisher } })
    const { currentStatementId } =
      (kind === 'project' && (await tx.project.findUnique({ where: { id } }))) || {}
    const owners = [
      [{ [kinds[kind].owner]: id }, held.texts],
      [{ statementId: currentStatementId ?? 'none' }, held.statement?.texts ?? {}],
    ] as const
    for (const [owner, texts] of owners) {
      await tx.text.deleteMany({ where: owner })
      for (const [part, passage = {}] of Object.entries(texts)) {
        const converted = passage['zh-Hans']
        if (converted?.origin === 'script_conversion') {
          converted.body = converted.body.replaceAll('“', '「').replaceAll('”', '」')
        }
        rows.addText(owner, part as TextPart, passage)
      }
    }
    await rows.write(tx)
    const entry = { kind, reference, action: 'text_changed', actor: register } as const
    await recordRevision(tx, { ...entry, citations: [] })
  }
})
