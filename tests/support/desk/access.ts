import type { Officer } from '@/features/desk/officers/model'
import {
  isReviewer,
  mayAnswer,
  mayConfirm,
  mayEdit,
  mayImport,
  mayLook,
  mayManageMail,
  mayManageOfficers,
  mayReadAudit,
  mayReview,
  maySpeak,
  mayState,
  mayWrite,
} from '@/features/desk/officers/policy'
import type { EditableKind } from '@/features/register/subjects/model/kinds'

/** Whom an act is judged for: what the policy looks at, and nothing else. */
export type Judged = Pick<Officer, 'id' | 'role' | 'side' | 'fields' | 'needsSecondFactor'>

/** The field that the items of the matrix belong to. */
export const matrixField = '6-4'

/** An act at the desk, by the command that does it, and whom the policy lets do it. */
export type Act = {
  /** In plain words, for docs/access.md. */
  act: string
  /** The commands' names, for the test that none is missing. */
  commands: readonly string[]
  may(officer: Judged): boolean
}

/** The side that an officer is not of. */
const otherSide = ({ side }: Judged) => (side === 'HK' ? 'SH' : 'HK')

const item = { fields: [matrixField], sides: ['HK', 'SH'] }
const slot = { fields: [] }
const edit = (kind: EditableKind, fields: string[] = []) => ({
  commands: ['submitEdit', 'submitEdits'],
  may: (officer: Judged) => mayEdit(officer, { kind, fields }),
})

const manage = (act: string, command: string) => ({
  act,
  commands: [command],
  may: mayManageOfficers,
})

/** Every act at the desk. tests/integration/desk/access.test.ts asks the commands themselves. */
export const acts: Record<string, Act> = {
  stateItem: {
    act: `Report the status of an item of field ${matrixField}`,
    commands: ['submitStatement', 'submitStatements'],
    may: (officer) => mayState(officer, item),
  },
  stateSlot: {
    act: 'Report the status of a placeholder entry, which belongs to no field',
    commands: ['submitStatement', 'submitStatements'],
    may: (officer) => mayState(officer, slot),
  },
  confirm: {
    act: 'Confirm for one’s side a statement that another person wrote',
    commands: ['confirmStatement'],
    may: (officer) => mayConfirm(officer, { ...item, statementAuthorId: 'another' }),
  },
  confirmOwn: {
    act: 'Confirm one’s own statement',
    commands: ['confirmStatement'],
    may: (officer) => mayConfirm(officer, { ...item, statementAuthorId: officer.id }),
  },
  withdrawWord: {
    act: 'Take back what one’s side said of a statement',
    commands: ['withdrawWord'],
    may: (officer) => maySpeak(officer, item),
  },
  answer: {
    act: 'Agree for one’s side to what the other submitted as stated by both',
    commands: ['answerForSide'],
    may: (officer) => mayAnswer(officer, { ...item, authorSide: otherSide(officer) }),
  },
  answerOwn: {
    act: 'Agree to what one’s own side submitted as stated by both',
    commands: ['answerForSide'],
    may: (officer) => mayAnswer(officer, { ...item, authorSide: officer.side }),
  },
  view: {
    act: 'Submit a differing view of one’s side',
    commands: ['submitView'],
    may: (officer) => mayConfirm(officer, { ...item, statementAuthorId: 'another' }),
  },
  editProject: { act: `Edit a project of field ${matrixField}`, ...edit('project', [matrixField]) },
  editDocument: {
    act: `Edit a document of field ${matrixField}`,
    ...edit('document', [matrixField]),
  },
  itemise: {
    act: `Add details to a placeholder entry, in field ${matrixField}`,
    ...edit('project', [matrixField]),
  },
  addDevelopment: {
    act: `Add a development of field ${matrixField}`,
    ...edit('development', [matrixField]),
  },
  editSource: { act: 'Add or edit a source', ...edit('source') },
  keepText: {
    act: 'Keep the words of a source, to check quotes against',
    commands: ['keepText'],
    may: (officer) => mayEdit(officer, { kind: 'source', fields: [] }),
  },
  editOrganisation: { act: 'Add or edit an organisation', ...edit('organisation') },
  editPerson: { act: 'Add or edit a person', ...edit('person') },
  editField: { act: 'Add or edit a field', ...edit('field') },
  editConference: { act: 'Add or edit a session', ...edit('conference') },
  editTerm: { act: 'Add or edit a glossary term', ...edit('glossary_term') },
  seen: {
    act: 'Say up to where one has looked through what was published',
    commands: ['markSeen'],
    may: mayLook,
  },
  draft: {
    act: 'Keep and discard one’s own drafts',
    commands: ['saveDraft', 'discardDraft'],
    may: mayWrite,
  },
  publish: {
    act: 'Publish what another person submitted',
    commands: ['publishSubmission'],
    may: (officer) => mayReview(officer, { authorId: 'another' }),
  },
  publishOwn: {
    act: 'Publish what one submitted oneself',
    commands: ['publishSubmission'],
    may: (officer) => mayReview(officer, { authorId: officer.id }),
  },
  approve: {
    act: 'Approve what another person submitted for a release',
    commands: ['approveSubmission'],
    may: (officer) => mayReview(officer, { authorId: 'another' }),
  },
  return: {
    act: 'Return what another person submitted',
    commands: ['returnSubmission'],
    may: (officer) => mayReview(officer, { authorId: 'another' }),
  },
  withdrawOwn: {
    act: 'Withdraw what one submitted oneself',
    commands: ['withdrawSubmission'],
    may: () => true,
  },
  withdrawOther: {
    act: 'Withdraw what another person submitted',
    commands: ['withdrawSubmission'],
    may: () => false,
  },
  moveRelease: {
    act: 'Move or cancel a release',
    commands: ['moveRelease', 'cancelRelease'],
    may: isReviewer,
  },
  download: {
    act: 'Download items as a spreadsheet',
    commands: ['downloadItems'],
    may: () => true,
  },
  upload: {
    act: 'Upload a spreadsheet, and decide what becomes of one’s own',
    commands: ['uploadSpreadsheet', 'decideConflicts', 'applyImport', 'discardImport'],
    may: mayImport,
  },
  addOfficer: manage('Add an officer', 'addOfficer'),
  changeOfficer: manage('Change an officer’s name, role, side or fields', 'changeOfficer'),
  issueLink: manage('Make a one-time link for an officer', 'issuePasswordLink'),
  endSessions: manage('End an officer’s sessions', 'endOfficerSessions'),
  removeSecondFactor: manage('Remove an officer’s lost second factor', 'removeSecondFactor'),
  disableOfficer: manage('Disable an officer', 'disableOfficer'),
  enableOfficer: manage('Enable an officer again', 'enableOfficer'),
  audit: {
    act: 'Read and export the audit trail',
    commands: ['exportAudit'],
    may: mayReadAudit,
  },
  ownAccount: {
    act: 'Look after one’s own password, second factor, sessions, language and emails',
    commands: [
      'changeOwnPassword',
      'beginAuthenticator',
      'confirmAuthenticator',
      'renewRecoveryCodes',
      'removeAuthenticator',
      'beginPasskey',
      'addPasskey',
      'removePasskey',
      'endOwnSession',
      'endOtherSessions',
      'changePreferences',
    ],
    may: () => true,
  },
  mail: {
    act: 'See what became of emails, send one again or a test to oneself',
    commands: ['sendMailAgain', 'sendTestMail'],
    may: mayManageMail,
  },
}
