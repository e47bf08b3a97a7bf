import 'server-only'
import type { Officer } from '@/features/desk/officers/model'
import { database } from '@/server/database/database'
import type { Findings, ImportProgress, ShownImport } from '../model/spreadsheet'

const progress = {
  id: true,
  fileName: true,
  state: true,
  done: true,
  total: true,
  createdAt: true,
  failure: true,
} as const

/** An officer's own upload; null for another's or an unknown one. */
export async function findImport(officer: Officer, id: string): Promise<ShownImport | null> {
  const db = await database()
  const row = await db.import.findFirst({
    where: { id, officerId: officer.id },
    select: { ...progress, findings: true, _count: { select: { submissions: true } } },
  })
  return (
    row && {
      ...toProgress(row),
      findings: row.findings as Findings | null,
      submissions: row._count.submissions,
    }
  )
}

/** How far an officer's own upload has come, without what was found; null as in `findImport`. */
export async function findProgress(officer: Officer, id: string): Promise<ImportProgress | null> {
  const db = await database()
  const row = await db.import.findFirst({ where: { id, officerId: officer.id }, select: progress })
  return row && toProgress(row)
}

/** An officer's latest uploads, the newest first. */
export async function listImports(officer: Officer): Promise<ImportProgress[]> {
  const db = await database()
  const rows = await db.import.findMany({
    where: { officerId: officer.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 20,
    select: progress,
  })
  return rows.map(toProgress)
}

type Row = Omit<ImportProgress, 'createdAt' | 'failure'> & {
  createdAt: Date
  failure: string | null
}

function toProgress({ id, fileName, state, done, total, createdAt, failure }: Row): ImportProgress {
  return {
    id,
    fileName,
    state,
    done,
    total,
    createdAt: createdAt.toISOString(),
    failure: failure as ImportProgress['failure'],
  }
}
