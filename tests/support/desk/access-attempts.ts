import { randomUUID } from 'node:crypto'
import { exportAudit } from '@/features/desk/audit/commands'
import { keepText } from '@/features/desk/kept-texts/commands'
import { sendTestMail } from '@/features/desk/mail/commands/send-test'
import { addOfficer } from '@/features/desk/officers/commands/add-officer'
import { changeOfficer } from '@/features/desk/officers/commands/change-officer'
import { changePreferences } from '@/features/desk/officers/commands/change-preferences'
import { disableOfficer, enableOfficer } from '@/features/desk/officers/commands/disable-officer'
import { endOfficerSessions } from '@/features/desk/officers/commands/end-officer-sessions'
import { issuePasswordLink } from '@/features/desk/officers/commands/issue-password-link'
import { markSeen } from '@/features/desk/officers/commands/mark-seen'
import { removeSecondFactor } from '@/features/desk/officers/commands/remove-second-factor'
import type { Officer } from '@/features/desk/officers/model'
import { saveDraft } from '@/features/desk/round/drafts/commands'
import { submitEdit } from '@/features/desk/round/edits/commands/submit-edit'
import { editInput } from '@/features/desk/round/edits/input'
import { answerForSide } from '@/features/desk/round/review/commands/answer-for-side'
import { approveSubmission } from '@/features/desk/round/review/commands/approve-submission'
import { moveRelease } from '@/features/desk/round/review/commands/change-release'
import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { returnSubmission } from '@/features/desk/round/review/commands/return-submission'
import { withdrawSubmission } from '@/features/desk/round/review/commands/withdraw-submission'
import { confirmStatement } from '@/features/desk/round/statements/commands/confirm-statement'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import { submitView } from '@/features/desk/round/statements/commands/submit-view'
import { withdrawWord } from '@/features/desk/round/statements/commands/withdraw-word'
import { viewInput } from '@/features/desk/round/statements/input/statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { downloadItems } from '@/features/desk/spreadsheets/commands/download-items'
import { uploadSpreadsheet } from '@/features/desk/spreadsheets/commands/upload-spreadsheet'
import { downloadInput } from '@/features/desk/spreadsheets/input'
import { matrixField } from './access'
import { stated, type World, waiting } from './access-world'
import { newOfficer } from './officers'
import { statementFrom } from './statements'

type Answer = { ok: boolean; reason?: string }
type Attempt = (officer: Officer, world: World) => Promise<string | null>

const reasonOf = (answer: Answer) => (answer.ok ? null : (answer.reason ?? 'unknown'))

const text = (body: string) => ({ body, origin: 'editorial', originDetail: null, checked: false })

const edit =
  (
    kind: string,
    facts: object,
    passages: object,
    { reference = null as string | null, cites = true } = {},
  ): Attempt =>
  async (officer, { db, source }) => {
    const live = reference
      ? await db.revision.findFirst({
          where: { subjectReference: reference },
          orderBy: { subjectRevision: 'desc' },
        })
      : null
    const {
      state: _,
      statement: __,
      texts: ___,
      citations: ____,
      ...held
    } = (live?.after ?? {}) as Record<string, unknown>
    const cited = { source: { kind: 'existing', slug: source }, quote: 'x', locator: '' }
    return reasonOf(
      await submitEdit(
        officer,
        editInput.parse({
          kind,
          reference,
          version: live?.subjectRevision ?? 0,
          facts: { ...held, ...facts },
          passages,
          citations: cites ? [cited] : [],
        }),
      ),
    )
  }

const publish =
  (mine: boolean): Attempt =>
  async (officer, world) => {
    const id = await waiting(world, mine ? officer.id : world.author.id)
    const item = await findItemToState('6-4.1')
    return reasonOf(await publishSubmission(officer, { id, version: item?.live.version ?? 0 }))
  }

const confirm =
  (mine: boolean): Attempt =>
  async (officer, world) => {
    const statementId = await stated(world, mine ? officer.id : world.author.id)
    return reasonOf(await confirmStatement(officer, { reference: '6-4.2', statementId }))
  }

const answer =
  (ofOther: boolean): Attempt =>
  async (officer, world) => {
    const side = (officer.side === 'HK') === ofOther ? 'SH' : 'HK'
    const { id: authorId } = await newOfficer('editor', { side })
    const id = await waiting(world, authorId, 'both_sides')
    return reasonOf(await answerForSide(officer, { id }))
  }

/** An administrator's act, on an officer who is made for it. */
const manage =
  (act: (officer: Officer, other: Officer) => Promise<Answer>): Attempt =>
  async (officer) =>
    reasonOf(await act(officer, await newOfficer('viewer')))

/** One attempt for each act of tests/support/desk/access.ts: gives the reason why it was refused, null when it was done. */
export const attempts: Record<string, Attempt> = {
  stateItem: async (officer) =>
    reasonOf(await submitStatement(officer, await statementFrom('6-4.1'))),
  stateSlot: async (officer) =>
    reasonOf(await submitStatement(officer, await statementFrom('6-u01'))),
  confirm: confirm(false),
  confirmOwn: confirm(true),
  withdrawWord: async (officer, world) => {
    const statementId = await stated(world, world.author.id)
    return reasonOf(await withdrawWord(officer, { reference: '6-4.2', statementId }))
  },
  answer: answer(true),
  answerOwn: answer(false),
  view: async (officer, world) => {
    const statementId = await stated(world, world.author.id)
    const view = viewInput.parse({
      reference: '6-4.2',
      note: { en: 'We see it otherwise.' },
      citation: { source: { kind: 'existing', slug: world.source }, quote: 'x' },
    })
    return reasonOf(await submitView(officer, { view, statementId, version: 1 }))
  },
  editProject: edit(
    'project',
    {},
    { note: { en: text('A note.') } },
    { reference: `${matrixField}.3` },
  ),
  editDocument: edit(
    'document',
    { fields: [matrixField] },
    { note: { en: text('A note.') } },
    { reference: '6-d20' },
  ),
  itemise: edit(
    'project',
    { field: matrixField, itemised: true },
    { text: { 'zh-Hant': text('合作。') } },
    { reference: '6-u20' },
  ),
  addDevelopment: edit(
    'development',
    {
      date: '2025-01-01',
      kind: 'event',
      namesTheConference: false,
      fields: [matrixField],
      projects: [],
    },
    { summary: { en: text('It happened.') } },
  ),
  editSource: edit(
    'source',
    {
      publisher: 'A paper',
      publishedOn: null,
      title: null,
      kind: 'news',
      language: 'en',
      url: null,
    },
    {},
    { cites: false },
  ),
  keepText: async (officer, { source }) =>
    reasonOf(await keepText(officer, { source, body: 'Words of a page' })),
  editOrganisation: edit('organisation', { side: 'HK' }, { name: { en: text('A body') } }),
  editPerson: edit('person', {}, { name: { en: text('A person') } }),
  editField: edit(
    'field',
    { conference: '6', number: 99 },
    { name: { 'zh-Hant': text('新領域') } },
  ),
  editConference: async (officer, world) =>
    edit(
      'conference',
      {
        mechanism: (await world.db.mechanism.findFirstOrThrow()).slug,
        number: 99,
        heldOn: '2026-10-20',
        chairs: [],
        announced: {
          fields: { number: null, citations: [] },
          projects: { number: null, citations: [] },
          documents: { number: null, citations: [] },
        },
      },
      {},
      { cites: false },
    )(officer, world),
  editTerm: edit('glossary_term', { also: [] }, { name: { en: text('Term') } }, { cites: false }),
  seen: async (officer) => reasonOf(await markSeen(officer, { revision: 1 })),
  draft: async (officer) =>
    reasonOf(
      await saveDraft(officer, { key: 'statement:6-4.1', values: { state: 'x' }, baseVersion: 1 }),
    ),
  publish: publish(false),
  publishOwn: publish(true),
  approve: async (officer, world) => {
    const id = await waiting(world, world.author.id)
    const release = { releaseId: world.release }
    return reasonOf(await approveSubmission(officer, { id, version: 1, release }))
  },
  return: async (officer, world) => {
    const id = await waiting(world, world.author.id)
    return reasonOf(await returnSubmission(officer, { id, reason: 'Please cite.' }))
  },
  withdrawOwn: async (officer, world) =>
    reasonOf(await withdrawSubmission(officer, { id: await waiting(world, officer.id) })),
  withdrawOther: async (officer, world) =>
    reasonOf(await withdrawSubmission(officer, { id: await waiting(world, world.author.id) })),
  moveRelease: async (officer, world) =>
    reasonOf(
      await moveRelease(officer, { id: world.release, at: '2999-01-01T10:00', title: 'A signing' }),
    ),
  download: async (officer) =>
    reasonOf(
      await downloadItems(officer, {
        ...downloadInput.parse({ scope: 'field', field: '6-4', format: 'csv' }),
        language: 'en',
      }),
    ),
  // Not a spreadsheet: whoever may upload is told so, and no work goes on after the test.
  upload: async (officer) =>
    reasonOf(
      await uploadSpreadsheet(officer, { name: 'none.xlsx', bytes: Buffer.from([0, 1, 2]) }),
    ),
  mail: async (officer) => reasonOf(await sendTestMail(officer, { token: randomUUID() })),
  addOfficer: async (officer) => {
    const email = `new-${officer.id}@example.org`
    return reasonOf(await addOfficer(officer, { email, name: 'New', role: 'viewer', side: 'HK' }))
  },
  changeOfficer: manage((officer, other) => changeOfficer(officer, other, { role: 'editor' })),
  issueLink: manage(issuePasswordLink),
  endSessions: manage(endOfficerSessions),
  removeSecondFactor: manage(removeSecondFactor),
  disableOfficer: manage(disableOfficer),
  enableOfficer: manage(enableOfficer),
  audit: async (officer) => reasonOf(await exportAudit(officer, {})),
  ownAccount: async (officer) =>
    reasonOf(
      await changePreferences(officer, {
        language: 'en',
        mailReturned: true,
        mailReview: true,
        mailDigest: false,
      }),
    ),
}
