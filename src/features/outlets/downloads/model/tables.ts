import { type DocumentRow, documentColumns, type ProjectRow, projectColumns } from './items'
import {
  type ConferenceRow,
  conferenceColumns,
  type DevelopmentRow,
  developmentColumns,
  type FieldRow,
  fieldColumns,
  glossaryColumns,
  type OrganisationRow,
  organisationColumns,
  type RevisionRow,
  revisionColumns,
  type SourceRow,
  sourceColumns,
  type TermRow,
} from './subjects'
import type { Cell, Column, TableName } from './table'

/** What each list is made of. */
export type Rows = {
  projects: ProjectRow
  documents: DocumentRow
  organisations: OrganisationRow
  developments: DevelopmentRow
  sources: SourceRow
  conferences: ConferenceRow
  fields: FieldRow
  glossary: TermRow
  revisions: RevisionRow
}

type Columns = { readonly [Name in TableName]: readonly Column<Rows[Name]>[] }

const columns: Columns = {
  projects: projectColumns,
  documents: documentColumns,
  organisations: organisationColumns,
  developments: developmentColumns,
  sources: sourceColumns,
  conferences: conferenceColumns,
  fields: fieldColumns,
  glossary: glossaryColumns,
  revisions: revisionColumns,
}

/** A column without its reader, for documentation. */
export type NamedColumn = Omit<Column<never>, 'of'>

/** The columns of a list, in the order of every file. */
export function columnsOf(table: TableName): readonly NamedColumn[] {
  return columns[table]
}

/** A row as the values of its columns. */
export function cellsOf<Name extends TableName>(table: Name, row: Rows[Name]): Cell[] {
  return columns[table].map((column) => column.of(row))
}
