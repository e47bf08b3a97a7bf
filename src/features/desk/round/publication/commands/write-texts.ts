import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Round } from '@/features/desk/round/submissions/model/submission'
import {
  type EditableKind,
  kinds,
  type OwnerColumn,
} from '@/features/register/subjects/model/kinds'
import type { Evidenced, ProposedSnapshot } from '@/features/register/subjects/model/snapshot'
import { entryColumns } from '@/features/register/texts/model/text'
import type { TextPart } from '@/generated/prisma/client'
import { languages } from '@/i18n/language'
import type { TextEntry } from '@/i18n/localized-text'
import type { Transaction } from '@/server/database/database'
import { idOf } from './write-subjects'

type Owner = Partial<Record<OwnerColumn | 'statementId', string>>

/**
 * Writes the texts of the snapshot to the rows of a subject and of its live statement. Unchanged texts keep
 * their reviewer. A changed one counts as reviewed by the approver, unless it is a conversion, which waits
 * for a person to accept it.
 */
export async function writeTexts(
  tx: Transaction,
  kind: EditableKind,
  reference: string,
  before: ProposedSnapshot | null,
  after: ProposedSnapshot,
  round: Round,
): Promise<void> {
  const id = await idOf(tx, kind, reference)
  const owner: Owner = { [kinds[kind].owner]: id }
  await writeParts(tx, owner, before?.texts ?? {}, after.texts, round)
  const stated = after.statement?.texts
  if (!stated) return
  const item = { where: { id }, select: { currentStatementId: true } }
  const { currentStatementId } =
    kind === 'project'
      ? await tx.project.findUniqueOrThrow(item)
      : await tx.document.findUniqueOrThrow(item)
  if (currentStatementId) {
    const was = before?.statement?.texts ?? {}
    await writeParts(tx, { statementId: currentStatementId }, was, stated, round)
  }
}

async function writeParts(
  tx: Transaction,
  owner: Owner,
  before: Evidenced['texts'],
  after: Evidenced['texts'],
  round: Round,
): Promise<void> {
  for (const part of new Set([...Object.keys(before), ...Object.keys(after)])) {
    for (const language of languages) {
      const was = before[part]?.[language]
      const is = after[part]?.[language]
      if (isDeepStrictEqual(was, is)) continue
      const place = { ...owner, part: part as TextPart, language }
      await tx.text.deleteMany({ where: place })
      if (is) await tx.text.create({ data: { ...place, ...rowOf(is, round) } })
    }
  }
}

function rowOf(entry: TextEntry, round: Round) {
  const isUnread = entry.origin === 'script_conversion'
  return {
    ...entryColumns(entry),
    ...(isUnread ? {} : { reviewedById: round.approver.id, reviewedAt: round.at }),
  }
}
