import type { Finding } from '@/features/desk/spreadsheets/model/spreadsheet'

/** What the details of a project need, and not more. */
export const detailsOfProject = {
  field: '6-4 Finance',
  'title.zh-Hant': '數據互通',
  'text.zh-Hant': '兩地推動數據互通。',
  'details.source': 'tkp-2024-04-27',
  'details.quote': '兩地推動數據互通',
}
/** The same of a document. */
export const detailsOfDocument = {
  field: '6-4\n6-5 青年',
  'title.zh-Hans': '合作备忘录',
  'details.kind': '諒解備忘錄',
  'details.source': 'tkp-2024-04-27',
  'details.locator': 'A4',
}
/** Why a row is refused: each column with its reason, in the order of the alphabet. */
export const reasons = ({ refusals }: Finding) =>
  refusals.map(({ column, reason }) => `${column} ${reason}`).sort()
