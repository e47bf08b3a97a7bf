import 'server-only'
import { type EditableKind, editableKinds, kinds } from '@/features/register/subjects/model/kinds'
import { Prisma } from '@/generated/prisma/client'
import type { LocalizedText } from '@/i18n/localized-text'
import { database } from '@/server/database/database'
import { type PassageName, passageNames, type TextRow, textsByPart, titleIn } from '../model/text'

/** A subject with all its passages, those of its live statement among them. */
export type SubjectTexts = {
  kind: EditableKind
  reference: string
  version: number
  title: LocalizedText
  /** References of the fields that it belongs to; of its conference, where it has one. */
  fields: string[]
  conference: string | null
  passages: { name: PassageName; text: LocalizedText }[]
  /** Who reviewed a text, by its passage and language: `title en`. For the desk alone. */
  reviewers: ReadonlyMap<string, string>
}

/** SQL for the conference's reference, and for those of the fields with spaces between; `o` is the subject. */
type Places = { conference?: string; fields?: string }

const conference = '(select c.reference from "Conference" c where c.id = o."conferenceId")'
const fieldsOver = (join: string) =>
  `(select string_agg(f.reference, ' ' order by f.number) from "Field" f ${join})`

const places: Partial<Record<EditableKind, Places>> = {
  project: { conference, fields: fieldsOver('where f.id = o."fieldId"') },
  document: {
    conference,
    fields: fieldsOver('join "_DocumentToField" l on l."B" = f.id where l."A" = o.id'),
  },
  development: {
    fields: fieldsOver('join "_DevelopmentToField" l on l."B" = f.id where l."A" = o.id'),
  },
  conference: { conference: 'o.reference' },
  field: { conference, fields: 'o.reference' },
}

type Row = TextRow & {
  kind: EditableKind
  reference: string
  version: number
  conference: string | null
  fields: string | null
  reviewer: string | null
}

/**
 * The subjects that have texts, with all of them, in one query: by kind, then by reference as a person counts.
 * @param only the one subject that is asked for.
 */
export async function readTexts(only?: {
  kind: EditableKind
  reference: string
}): Promise<SubjectTexts[]> {
  const db = await database()
  const asked = only ? [only.kind] : editableKinds
  const parts = asked.flatMap((kind) => {
    const own = textsOf(kind, `t."${kinds[kind].owner}" = o.id`, '')
    // Includes the texts of the live statement, which are corrected with the item.
    return kind === 'project' || kind === 'document'
      ? [own, textsOf(kind, 't."statementId" = o."currentStatementId"', 'statement.')]
      : [own]
  })
  const all = Prisma.raw(parts.join(' union all '))
  const rows = await db.$queryRaw<Row[]>(
    only ? Prisma.sql`select * from (${all}) s where reference = ${only.reference}` : all,
  )
  const subjects = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${row.kind} ${row.reference}`
    const held = subjects.get(key)
    if (held) held.push(row)
    else subjects.set(key, [row])
  }
  return [...subjects.values()].flatMap(toSubject).sort(byPlace)
}

/** The texts of one kind of subject; every word of it comes from the table of kinds and the list above. */
function textsOf(kind: EditableKind, join: string, prefix: string): string {
  const { table, key } = kinds[kind]
  const { conference = 'null::text', fields = 'null::text' } = places[kind] ?? {}
  return `select '${kind}' as kind, o."${key}" as reference, o.version, ${conference} as conference,
    ${fields} as fields, '${prefix}' || t.part::text as part, t.language, t.body,
    t.origin::text as origin, t."originDetail"::text as "originDetail",
    t."derivedFromHash", t."reviewedAt", r.name as reviewer
    from "${table}" o join "Text" t on ${join} left join "Officer" r on r.id = t."reviewedById"`
}

function toSubject(rows: Row[]): SubjectTexts[] {
  const [first] = rows
  if (!first) return []
  const { kind, reference, version, conference, fields } = first
  const texts = textsByPart(rows)
  const passages = passageNames.flatMap((name) =>
    texts[name] ? [{ name, text: texts[name] }] : [],
  )
  return [
    {
      kind,
      reference,
      version,
      conference,
      title: titleIn(texts),
      fields: fields?.split(' ') ?? [],
      passages,
      reviewers: new Map(
        rows.flatMap(({ part, language, reviewer }) =>
          reviewer ? [[`${part} ${language}`, reviewer]] : [],
        ),
      ),
    },
  ]
}

const counting = new Intl.Collator('en', { numeric: true })

function byPlace(a: SubjectTexts, b: SubjectTexts): number {
  const byKind = editableKinds.indexOf(a.kind) - editableKinds.indexOf(b.kind)
  return byKind || counting.compare(a.reference, b.reference)
}
