import 'server-only'
import type { NamedWhole } from '@/features/register/history/model/names'
import { readNamed } from '@/features/register/history/queries/named'
import { correctionsOfWording, toShown } from '@/features/register/log/queries/revisions'
import type { Prisma } from '@/generated/prisma/client'
import { database } from '@/server/database/database'
import type { ReportedChange, ReportedConference, ReportedDocument } from '../model'

/** What is told of the log: the entries, newest first, the names behind the slugs in them, and how many corrections of wording alone are left out. */
type ListedChanges = NamedWhole & { entries: ReportedChange[]; wording: number }

/**
 * The revisions since a day, of the items and fields that the report covers, and of a conference that it covers whole.
 * @param since ISO day; its first moment in Hong Kong counts.
 */
export async function listChanges(
  {
    conferences,
    outside,
  }: { conferences: readonly ReportedConference[]; outside: readonly ReportedDocument[] },
  { since, withFirstEntries }: { since: string; withFirstEntries: boolean },
): Promise<ListedChanges> {
  const db = await database()
  const told = {
    recordedAt: { gte: new Date(`${since}T00:00:00+08:00`) },
    OR: [
      ...subjectsOf(conferences),
      { subjectKind: 'document', subjectReference: { in: outside.map(referenceOf) } },
    ],
    ...(withFirstEntries ? {} : { action: { not: 'entered' } }),
  } satisfies Prisma.RevisionWhereInput
  const rows = await db.revision.findMany({
    where: { ...told, NOT: correctionsOfWording },
    include: { corrections: { select: { number: true } } },
    orderBy: { number: 'desc' },
  })
  const shown = await toShown(rows)
  const entries = shown.map((change, index) => ({
    ...change,
    correctedBy: rows[index]?.corrections.map(({ number }) => number) ?? [],
  }))
  const wording = await db.revision.count({ where: { AND: [told, correctionsOfWording] } })
  return { entries, wording, ...(await readNamed(entries)) }
}

/** A conference that is covered whole is covered with its fields and slots, whose references begin with its own. */
function subjectsOf(conferences: readonly ReportedConference[]): Prisma.RevisionWhereInput[] {
  return conferences.flatMap<Prisma.RevisionWhereInput>(({ reference, isWhole, ...covered }) => {
    if (isWhole) {
      return [
        { subjectKind: 'conference', subjectReference: reference },
        {
          subjectKind: { in: ['field', 'project', 'document'] },
          subjectReference: { startsWith: `${reference}-` },
        },
      ]
    }
    const { fields, documents } = covered
    const projects = fields.flatMap((field) => field.projects)
    return [
      { subjectKind: 'field', subjectReference: { in: fields.map(referenceOf) } },
      { subjectKind: 'project', subjectReference: { in: projects.map(referenceOf) } },
      { subjectKind: 'document', subjectReference: { in: documents.map(referenceOf) } },
    ]
  })
}

const referenceOf = ({ reference }: { reference: string }) => reference
