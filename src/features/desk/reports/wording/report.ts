import { reckoningOf } from '@/features/register/conferences/model/conference'
import type { Language } from '@/i18n/language'
import { licenceText } from '@/i18n/licence'
import type { ProgressReport, ReportedConference, ReportScope } from '../model'
import type { Block, Line, WrittenReport } from './blocks'
import { changeEntries } from './changes'
import { documentTable, projectTable, stateTable } from './tables'
import { type Writer, writerIn } from './writer'

/** The report in a language: every word that the page and the Word file show, in their order. */
export function writeReport(report: ProgressReport, language: Language): WrittenReport {
  const writer = writerIn(language)
  const { t, plain, day } = writer
  const blocks = [
    ...summary(report, writer),
    ...report.conferences.flatMap((conference) =>
      items(conference, report.conferences.length > 1, writer),
    ),
    ...outside(report, writer),
    ...changes(report, writer),
  ]
  const { head } = report
  const facts = [t('reports.asAt', { date: day(report.asAt) })]
  if (head) {
    const [number, date] = [String(head.number), day(head.recordedAt)]
    facts.push(t('reports.register', { number, date }))
  }
  return {
    language,
    title: t('reports.title'),
    scope: scopeLine(report.scope, writer),
    facts: facts.map((fact) => [plain(fact)]),
    independence: t('reports.independence'),
    blocks,
    notes: writer.notes,
    notesHeading: t('reports.sources'),
    about: about(writer),
    register: t('site.name'),
  }
}

/** The name of a report's file, without its ending: what it is, what it covers, as at which day. */
export function fileNameOf({ scope, asAt }: ProgressReport, language: Language): string {
  const { t } = writerIn(language)
  const covered = scope.kind === 'mine' ? t('reports.fileMine') : scope.reference
  return `${t('reports.fileName')}-${covered}-${asAt}`
}

function scopeLine(scope: ReportScope, { t, plain, passage }: Writer): Line {
  if (scope.kind === 'mine') {
    return [
      plain(
        scope.fields.length > 0
          ? t('reports.scope.mine', { fields: scope.fields.join(t('documents.comma')) })
          : t('reports.scope.whole'),
      ),
    ]
  }
  const name = passage(scope.name)
  if (scope.kind === 'conference') return name
  return [plain(t('reports.scope.field', { reference: scope.reference })), ...name]
}

function summary({ conferences, counts }: ProgressReport, writer: Writer): Block[] {
  const { t, plain } = writer
  const blocks: Block[] = [
    { kind: 'heading', level: 1, id: 'summary', line: [plain(t('reports.summary'))] },
  ]
  if (conferences.some(({ isWhole }) => !isWhole)) {
    blocks.push({ kind: 'paragraph', line: [plain(t('reports.wholeTotals'))] })
  }
  for (const conference of conferences) {
    if (conferences.length > 1 || !conference.isWhole) {
      blocks.push({ kind: 'paragraph', line: writer.inBold(writer.passage(conference.name)) })
    }
    for (const kind of ['projects', 'documents'] as const) {
      const reckoning = reckoningOf(conference, kind)
      const told = reckoning
        ? t(`conferences.${reckoning.key}`, reckoning.values)
        : t('conferences.notStated')
      const line = [plain(t('reports.total', { kind: t(`conferences.${kind}`), reckoning: told }))]
      blocks.push({ kind: 'paragraph', line })
    }
  }
  const tables = [
    ...stateTable('project', counts.projects, writer),
    ...stateTable('document', counts.documents, writer),
  ]
  if (tables.length > 0) return [...blocks, ...tables]
  return [...blocks, { kind: 'paragraph', line: [plain(t('reports.nothing'))] }]
}

/** The fields and documents of a conference, under its own name where there are several. */
function items(conference: ReportedConference, isOneOfSeveral: boolean, writer: Writer): Block[] {
  const { t, plain, passage } = writer
  const { reference, fields, documents, slots, isWhole } = conference
  const heading = (level: 1 | 2 | 3, id: string, line: Line): Block => {
    return { kind: 'heading', level, id, line }
  }
  const [level, below]: [1, 2] | [2, 3] = isOneOfSeveral ? [2, 3] : [1, 2]
  const blocks: Block[] = []
  if (isOneOfSeveral) {
    blocks.push(heading(1, `conference-${reference}`, passage(conference.name)))
  }
  if (fields.length > 0) {
    blocks.push(heading(level, `projects-${reference}`, [plain(t('reports.projects'))]))
  }
  for (const field of fields) {
    const name = [plain(`${field.reference} `), ...passage(field.name)]
    blocks.push(heading(below, `field-${field.reference}`, name))
    blocks.push(
      field.projects.length > 0
        ? projectTable(field.projects, writer)
        : { kind: 'paragraph', line: [plain(t('fields.noProjects'))] },
    )
  }
  if (isWhole && slots.projects > 0) {
    const line = [plain(`${t('projects.slots', { count: slots.projects })}${t('reports.stop')}`)]
    blocks.push({ kind: 'paragraph', line })
  }
  if (documents.length > 0 || (isWhole && slots.documents > 0)) {
    blocks.push(heading(level, `documents-${reference}`, [plain(t('reports.documents'))]))
  }
  if (documents.length > 0) blocks.push(documentTable(documents, writer))
  if (isWhole && slots.documents > 0) {
    const line = [plain(`${t('documents.slots', { count: slots.documents })}${t('reports.stop')}`)]
    blocks.push({ kind: 'paragraph', line })
  }
  return blocks
}

/** The documents that belong to no session. */
function outside({ outside: documents }: ProgressReport, writer: Writer): Block[] {
  if (documents.length === 0) return []
  const line = [writer.plain(writer.t('documents.outside'))]
  return [
    { kind: 'heading', level: 1, id: 'documents-outside', line },
    documentTable(documents, writer),
  ]
}

function changes(report: ProgressReport, writer: Writer): Block[] {
  const { t, plain, day } = writer
  const { since, withFirstEntries, entries, wording } = report.changes
  const line = [plain(t('reports.changes', { date: day(since) }))]
  const heading: Block = { kind: 'heading', level: 1, id: 'changes', line }
  const paragraph = (text: string): Block => ({ kind: 'paragraph', line: [plain(text)] })
  const leftOut = wording > 0 ? [paragraph(t('reports.changesOfWording', { count: wording }))] : []
  if (entries.length > 0) return [heading, ...leftOut, changeEntries(report, writer)]
  const none = t(withFirstEntries ? 'reports.changesNone' : 'reports.changesNoneButFirst')
  return [heading, ...(wording > 0 ? leftOut : [paragraph(none)])]
}

function about({ t, plain, shown, language }: Writer): WrittenReport['about'] {
  const lines = [t('reports.silence')]
  if (shown.translated) lines.push(t('reports.translated'))
  if (shown.converted) lines.push(t('reports.converted'))
  lines.push(licenceText(language))
  return { heading: t('reports.about'), lines: lines.map((text) => [plain(text)]) }
}
