import 'server-only'
import type { Prisma } from '../../../generated/prisma/client'
import { database } from '../../../server/database/database'
import type { EditableKind } from '../model'

/** Who of the register has read a text, and when (ISO time). */
export type TextReview = { by: string | null; at: string }

const owners = {
  project: (reference) => ({ project: { reference } }),
  document: (reference) => ({ document: { reference } }),
  development: (slug) => ({ development: { slug } }),
  conference: (reference) => ({ conference: { reference } }),
  field: (reference) => ({ field: { reference } }),
  organisation: (slug) => ({ organisation: { slug } }),
  person: (slug) => ({ person: { slug } }),
  source: (slug) => ({ source: { slug } }),
  glossary_term: (slug) => ({ glossaryTerm: { slug } }),
} as const satisfies Record<EditableKind, (reference: string) => Prisma.TextWhereInput>

/**
 * The reviews of a subject's texts, and of its live statement's, by part and language (`title.en`,
 * `statement.note.zh-Hans`); a text that nobody has reviewed is left out. For the desk alone: it names officers.
 */
export async function findReviews(
  kind: EditableKind,
  reference: string,
): Promise<Partial<Record<string, TextReview>>> {
  const db = await database()
  const withReviewer = { include: { reviewedBy: { select: { name: true } } } } as const
  const own = await db.text.findMany({
    where: { ...owners[kind](reference), reviewedAt: { not: null } },
    ...withReviewer,
  })
  const stated =
    kind === 'project' || kind === 'document'
      ? await db.text.findMany({
          where: {
            statement:
              kind === 'project'
                ? { currentOfProject: { reference } }
                : { currentOfDocument: { reference } },
            reviewedAt: { not: null },
          },
          ...withReviewer,
        })
      : []
  const entry = (prefix: string) => (row: (typeof own)[number]) =>
    [
      `${prefix}${row.part}.${row.language}`,
      { by: row.reviewedBy?.name ?? null, at: row.reviewedAt?.toISOString() ?? '' },
    ] as const
  return Object.fromEntries([...own.map(entry('')), ...stated.map(entry('statement.'))])
}
