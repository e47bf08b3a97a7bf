import 'server-only'
import { database } from '../../../server/database/database'
import type { Officer } from '../../officers/model'

/** What an officer was typing. */
export type FoundDraft = {
  key: string
  values: Record<string, string>
  /** The subject's version that the officer had before them. */
  baseVersion: number
  /** ISO time. */
  updatedAt: string
}

/** The officer's own draft of a form; null when there is none. */
export async function findDraft(officer: Officer, key: string): Promise<FoundDraft | null> {
  const db = await database()
  const row = await db.draft.findUnique({
    where: { officerId_key: { officerId: officer.id, key } },
  })
  return row && toDraft(row)
}

/** The officer's own drafts, the latest first. */
export async function listDrafts(officer: Officer): Promise<FoundDraft[]> {
  const db = await database()
  const rows = await db.draft.findMany({
    where: { officerId: officer.id },
    orderBy: { updatedAt: 'desc' },
  })
  return rows.map(toDraft)
}

function toDraft(row: { key: string; values: unknown; baseVersion: number; updatedAt: Date }) {
  return {
    key: row.key,
    values: row.values as Record<string, string>,
    baseVersion: row.baseVersion,
    updatedAt: row.updatedAt.toISOString(),
  }
}
