import 'server-only'
import { readItem } from '@/features/desk/round/statements/queries/items'
import type { Submission } from '@/generated/prisma/client'
import { database } from '@/server/database/database'

type Row = Pick<Submission, 'kind' | 'content' | 'agreedById' | 'subjectReference'>

/** An item of which an officer of one side has submitted what both are to say: what decides who may answer. */
export type Asked = {
  reference: string
  fields: readonly string[]
  sides: readonly string[]
  authorSide: string
}

/** Whether a submission is of both sides, and nobody has said yes for the other one yet. */
export function needsAnswer({ kind, content, agreedById }: Row): boolean {
  return kind === 'statement' && agreedById === null && isOfBoth(content)
}

function isOfBoth(content: unknown): boolean {
  return (
    typeof content === 'object' &&
    content !== null &&
    'assertedBy' in content &&
    content.assertedBy === 'both_sides'
  )
}

/** The item that a submission asks the other side about; null for one that does not exist. */
export async function askedOf(
  row: Pick<Row, 'subjectReference'> & { author: { side: string } },
): Promise<Asked | null> {
  const reference = row.subjectReference ?? ''
  const item = await readItem(await database(), reference)
  if (!item) return null
  const sides = item.live.sides.map(({ code }) => code)
  return { reference, fields: item.fields, sides, authorSide: row.author.side }
}
