import { beforeAll, describe, expect, it, test } from 'vitest'
import { GET as askFeed } from '@/app/[locale]/feeds/[...path]/route'
import { GET as askData } from '@/app/data/[file]/route'
import { composeMail } from '@/features/desk/mail/commands/compose'
import { addOfficer } from '@/features/desk/officers/commands/add-officer'
import { changeOfficer } from '@/features/desk/officers/commands/change-officer'
import { type Officer, systemActor } from '@/features/desk/officers/model'
import { findOfficer, listOfficers } from '@/features/desk/officers/queries'
import { progressReport } from '@/features/desk/reports/queries/progress-report'
import { writeReport } from '@/features/desk/reports/wording/report'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import { valuesOfLive } from '@/features/desk/round/statements/model/statement-values'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { listItems, listToConfirm } from '@/features/desk/round/statements/queries/list-items'
import { findSubmission } from '@/features/desk/round/submissions/queries/list-submissions'
import { writeCard } from '@/features/outlets/embeds/formats/card'
import { findCard } from '@/features/outlets/embeds/queries/find-card'
import { cityName } from '@/features/register/cities/model'
import { findDocument } from '@/features/register/documents/queries/find-document'
import { canonicalText } from '@/features/register/log/checkpoints/model/entry'
import { describeEntries } from '@/features/register/log/checkpoints/queries/describe-entries'
import { headRevision, listRevisions } from '@/features/register/log/queries/revisions'
import { findProject } from '@/features/register/projects/queries/find-project'
import { stancesOf } from '@/features/register/states/model/statements'
import { assertionOfSides } from '@/features/register/states/wording'
import { hongKongDay } from '@/i18n/formats'
import { languages } from '@/i18n/language'
import { newOfficer } from '~/tests/support/desk/officers'
import { publishSeen, sendStatement, submitSideView } from '~/tests/support/desk/rounds'
import { statementFrom } from '~/tests/support/desk/statements'
import { type Ask, checkedAsking } from '~/tests/support/outlets/api'
import {
  confirm,
  enterSecondPair,
  farCity,
  secondPair,
  stated,
} from '~/tests/support/register/second-pair'
import { freshDatabase } from '~/tests/support/server/database'

// A second pair beside the first: whose side an officer is on, who asserts and who confirms comes from the cities of
// the item's own mechanism, and nowhere is a third city shown as one of the first two.

const db = freshDatabase()
const today = hongKongDay(new Date())
const { project, document, conference } = secondPair
const far = /七星|Qixing/
const shanghai = /上海|滬|沪|Shanghai|sh_side|"SH"/

let [author, reviewer, hongKong, third]: Officer[] = []
const officers = () =>
  ({ author, reviewer, hongKong, third }) as Record<
    'author' | 'reviewer' | 'hongKong' | 'third',
    Officer
  >
let ask: Ask
/** The log as it stood before the second pair. */
let before: { number: number; text: string }[] = []

const logged = async (numbers: readonly number[]) =>
  [...(await describeEntries(numbers))].map(([number, { entry }]) => ({
    number,
    text: canonicalText(entry as never),
  }))

let submission = ''
beforeAll(async () => {
  const head = await headRevision()
  before = await logged([1, 2, 230, head?.number ?? 0])
  await enterSecondPair(db())
  author = await newOfficer('editor', { side: farCity })
  reviewer = await newOfficer('reviewer', { side: farCity })
  hongKong = await newOfficer('editor')
  third = await newOfficer('editor', { side: 'SH' })
  ask = await checkedAsking()
  submission = await sendStatement(author, project, stated)
}, 120_000)

describe('an officer of a third city', () => {
  it('is listed as of that city, and reads its script unless told otherwise', async () => {
    const row = (await listOfficers()).find(({ id }) => id === officers().author.id)
    expect(row).toMatchObject({ side: farCity, language: 'zh-Hans' })
    expect(row && cityName(row.city, 'zh-Hant')).toBe('七星')
    expect(officers().author.city.code).toBe(farCity)
  })

  it('is of that city in the list of submissions', async () => {
    const found = await findSubmission(submission)
    expect(found && cityName(found.author.city, 'en')).toBe('Qixing')
  })

  it('is of that city in a mail', async () => {
    for (const language of languages) {
      const mail = await composeMail({
        kind: 'to_review',
        detail: { submission, count: 1 },
        createdAt: new Date(),
        officer: { name: 'Reader', language },
      })
      if (mail === 'settled') throw new Error('The submission still waits.')
      const line = mail.text.split('\n').find((one) => one.includes(officers().author.name)) ?? ''
      expect(line).toMatch(far)
      expect(line).not.toMatch(/香港|Hong Kong/)
    }
  })

  it('is refused where there is no such city, by whichever way', async () => {
    const nowhere = { email: 'x@example.org', name: 'X', role: 'editor', side: 'ZZ' } as const
    expect(await addOfficer(systemActor, nowhere)).toMatchObject({ reason: 'invalid_officer' })
    const { id } = officers().third
    const moved = await changeOfficer(systemActor, { id }, { side: 'ZZ' })
    expect(moved).toMatchObject({ reason: 'invalid_officer' })
    expect((await findOfficer(id))?.side).toBe('SH')
  })
})

test('the desk lists the items of the pair, and offers the officer’s own side as who says so', async () => {
  const { items } = await listItems(officers().author, { field: secondPair.field }, today)
  expect(items.map(({ reference }) => reference)).toContain(project)
  const item = await findItemToState(project)
  if (!item) throw new Error('There is no such project.')
  const opened = ({ city }: Officer) => valuesOfLive(item, { city, today, isRegisterEditor: true })
  expect(opened(officers().author)).toMatchObject({ assertedBy: 'qx_side', original: 'zh-Hans' })
  expect(opened(officers().hongKong).assertedBy).toBe('hk_side')
  expect(opened(officers().third).assertedBy).toBe('editor')
})

test('a side of another mechanism asserts nothing, in the form and in the database', async () => {
  for (const assertedBy of ['sh_side', 'zz_side']) {
    const statement = await statementFrom(project, { ...stated, assertedBy })
    expect(await submitStatement(officers().hongKong, statement)).toMatchObject({
      reason: 'invalid',
      problems: [{ field: 'assertedBy', code: 'other_side' }],
    })
  }
  const { id } = await db().project.findUniqueOrThrow({ where: { reference: project } })
  const row = {
    projectId: id,
    projectState: 'in_progress',
    asOf: new Date(),
    publishedAt: new Date(),
  }
  await expect(
    db().statusStatement.create({ data: { ...row, assertedBy: 'sh_side' } as never }),
  ).rejects.toThrow('a side of another mechanism')
  await expect(
    db().statusStatement.create({ data: { ...row, assertedBy: 'the_mayor' } as never }),
  ).rejects.toThrow('statement_says_who_asserts_it')
})

describe('once published', () => {
  beforeAll(async () => {
    await publishSeen(officers().reviewer, submission)
  })

  it('is for Hong Kong to confirm, and not for a city of another pair', async () => {
    const { items } = await listToConfirm(officers().hongKong, { take: 50 })
    expect(items.map(({ reference }) => reference)).toContain(project)
    const others = await listToConfirm(officers().third, { take: 1000 })
    expect(others.items.map(({ reference }) => reference)).not.toContain(project)
    const own = await listToConfirm(officers().author, { take: 1000 })
    expect(own.items.map(({ reference }) => reference)).toEqual([])
    expect(await confirm(officers().third, project)).toMatchObject({ reason: 'not_in_charge' })
    const live = (await findItemToState(project))?.live.statementId ?? ''
    await expect(
      db().confirmation.create({
        data: { statementId: live, side: 'SH', stance: 'confirms', at: new Date() },
      }),
    ).rejects.toThrow('a side of another mechanism')
    expect(await confirm(officers().hongKong, project)).toMatchObject({ ok: true })
  })

  it('has its two sides on its page, in the order of the mechanism', async () => {
    const shown = await findProject(project)
    const statement = shown?.statement
    if (!statement) throw new Error('Nothing is said of it.')
    expect(shown.confirmedBy).toEqual(['HK', farCity])
    const stances = stancesOf(statement.sides, statement.confirmations)
    expect(stances.map(({ side, stance }) => [side.shortName['zh-Hant'], stance])).toEqual([
      ['港', 'confirms'],
      ['七', 'asserts'],
    ])
    expect(assertionOfSides(statement.assertedBy, 'zh-Hant', statement.sides)).toBe('七星方面')
    expect(assertionOfSides(statement.assertedBy, 'en', statement.sides)).toBe('Qixing side')
    const signed = await findDocument(document)
    expect(signed?.sides.map(({ code }) => code)).toEqual(['HK', farCity])
    expect(signed?.parties.map(({ city }) => city.code)).toEqual([farCity])
  })

  it('reads so in the files that anyone can take away', async () => {
    const file = async (name: string) => {
      const url = new URL(`http://localhost/data/${name}?reference=${project}`)
      const answer = await askData(new Request(url), { params: Promise.resolve({ file: name }) })
      return answer.text()
    }
    const csv = (await file('projects.csv')).split('\n').find((line) => line.includes(project))
    expect(csv).toMatch(/,qx_side,HK\|QX,/)
    const [row] = JSON.parse(await file('projects.json')).rows
    expect(row).toMatchObject({ asserted_by: 'qx_side', confirmed_by: ['HK', farCity] })
    expect(JSON.stringify(row)).not.toMatch(shanghai)
  })

  it('reads so in the API, which knows the city and no other', async () => {
    const { body } = await ask(`/api/v1/projects/${project}`)
    expect(body.data.confirmedBy).toEqual(['HK', farCity])
    expect(body.data.statement).toMatchObject({
      assertedBy: 'qx_side',
      confirmations: [
        { side: 'HK', stance: 'confirms' },
        { side: farCity, stance: 'asserts' },
      ],
    })
    const listed = await ask(`/api/v1/documents?side=${farCity}`)
    expect(listed.body.data.map(({ reference }: { reference: string }) => reference)).toEqual([
      document,
    ])
    expect((await ask('/api/v1/documents?side=ZZ')).status).toBe(400)
  })

  it('reads so in its feed, who acted and who confirmed', async () => {
    const told = {
      tc: ['七星方面', '香港方面'],
      sc: ['七星方面', '香港方面'],
      en: ['Qixing side', 'Hong Kong side'],
    }
    for (const [locale, words] of Object.entries(told)) {
      const path = ['projects', `${project}.json`]
      const request = new Request(`http://127.0.0.1:3000/${locale}/feeds/${path.join('/')}`)
      const answer = await askFeed(request, { params: Promise.resolve({ locale, path }) })
      const items = JSON.stringify((await answer.json()).items)
      for (const word of words) expect(items).toContain(word)
      // The register's own name is that of the first pair.
      expect(items).not.toMatch(/上海方面|Shanghai side|SH_|>SH</)
    }
  })

  it('reads so in the report of its conference', async () => {
    const report = await progressReport({ conference, entered: '1' }, { fields: [] })
    if (!report) throw new Error('There is no such report.')
    for (const [language, word] of [
      ['zh-Hant', '七星方面'],
      ['zh-Hans', '七星方面'],
      ['en', 'Qixing side'],
    ] as const) {
      const { conferences, changes } = JSON.parse(JSON.stringify(report))
      expect(JSON.stringify([conferences, changes])).not.toMatch(/上海|Shanghai|"SH"/)
      const written = JSON.stringify(writeReport(report, language))
      expect(written).toContain(word)
      expect(written).not.toMatch(/上海方面|Shanghai side/)
    }
  })

  it('reads so in a card on another site', async () => {
    const card = await findCard('projects', project)
    if (!card) throw new Error('There is no such card.')
    expect(writeCard(card, { language: 'zh-Hant', theme: 'light' })).toContain('港 ✓ 七 ✓')
    expect(writeCard(card, { language: 'en', theme: 'light' })).toContain('HK ✓ Qixing ✓')
  })

  it('stands beside a view of the third city, under its name', async () => {
    const hk = await sendStatement(officers().hongKong, document, {
      ...stated,
      state: 'in_effect',
      assertedBy: 'hk_side',
    })
    await publishSeen(officers().reviewer, hk)
    await publishSeen(
      officers().reviewer,
      await submitSideView(officers().author, document, '未生效'),
    )
    const [latest] = await listRevisions({ kind: 'document', reference: document })
    expect(latest?.changes.map(({ path }) => path)).toEqual(
      expect.arrayContaining([expect.stringContaining(`confirmations.${farCity}`)]),
    )
    const shown = await findDocument(document)
    expect(shown?.statement?.confirmations).toMatchObject([
      { side: 'HK', stance: 'asserts' },
      { side: farCity, stance: 'differs' },
    ])
  })
})

describe('the first pair beside it', () => {
  it('has its own sides alone, on its pages and in its report', async () => {
    await publishSeen(
      await newOfficer('reviewer'),
      await sendStatement(await newOfficer('editor', { side: 'SH' }), '6-4.2'),
    )
    expect(await confirm(officers().author, '6-4.2')).toMatchObject({ reason: 'not_in_charge' })
    const shown = await findProject('6-4.2')
    expect(shown?.sides.map(({ code }) => code)).toEqual(['HK', 'SH'])
    expect(JSON.stringify(shown)).not.toMatch(far)
    const report = await progressReport({ conference: '6' }, { fields: [] })
    if (!report) throw new Error('There is no such report.')
    for (const language of languages) {
      expect(JSON.stringify(writeReport(report, language))).not.toMatch(far)
    }
  })

  it('keeps what its log says, to the byte', async () => {
    expect(await logged(before.map(({ number }) => number))).toEqual(before)
  })
})
