import 'server-only'
import { editContentOf } from '@/features/desk/round/edits/model/edit'
import { statementInput, storedView } from '@/features/desk/round/statements/input/statement'
import type { Round } from '@/features/desk/round/submissions/model/submission'
import { isEditableKind } from '@/features/register/subjects/model/kinds'
import type { Submission } from '@/generated/prisma/client'
import type { Transaction } from '@/server/database/database'
import { holdLog } from '@/server/database/hold-log'
import { publishEdit } from './publish-edit'
import { publishStatement, publishView } from './publish-statement'

/** What became public by a submission. */
export type Published = { revision: number; reference: string }

/**
 * Makes a submission public, as its kind asks for, inside the transaction that marks it as published.
 * @param version the subject's version that the reviewer compared it with.
 * @throws {Conflict} @throws {NotStanding} @throws {NoSuchSource} @throws {NothingChanged}
 */
export async function publishContent(
  tx: Transaction,
  submission: Submission,
  version: number,
  round: Round,
): Promise<Published> {
  await holdLog(tx)
  const { kind, subjectKind, subjectReference, content, baseVersion } = submission
  switch (kind) {
    case 'statement': {
      const statement = statementInput.parse(content)
      const revision = await publishStatement(tx, { statement, version, round })
      return { revision, reference: statement.reference }
    }
    case 'view': {
      const { view, statementId } = storedView.parse(content)
      const { side } = round.author
      const revision = await publishView(tx, { view, statementId, side, round })
      return { revision, reference: view.reference }
    }
    case 'edit': {
      if (!isEditableKind(subjectKind)) throw new Error(`A ${subjectKind} cannot be edited.`)
      return publishEdit(tx, {
        kind: subjectKind,
        reference: subjectReference,
        content: editContentOf(content),
        baseVersion,
        round,
      })
    }
  }
}
