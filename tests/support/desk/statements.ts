import { publishSubmission } from '@/features/desk/round/review/commands/publish-submission'
import { submitStatement } from '@/features/desk/round/statements/commands/submit-statement'
import {
  type SubmittedStatement,
  submittedStatement,
} from '@/features/desk/round/statements/input/statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { hongKongDay } from '@/i18n/formats'
import { editorAndReviewer } from './officers'

/** A statement that can be submitted about an item as it is now. */
export async function statementFrom(
  reference: string,
  change: Partial<SubmittedStatement['statement']> = {},
): Promise<SubmittedStatement> {
  const item = await findItemToState(reference)
  const today = hongKongDay(new Date())
  return submittedStatement.parse({
    version: item?.live.version,
    statement: {
      reference,
      state: reference.includes('-d') ? 'in_effect' : 'in_progress',
      asOf: today,
      assertedBy: 'hk_side',
      note: { 'zh-Hant': '雙方於滬舉行會議。', 'zh-Hans': '', en: 'The sides met in Shanghai.' },
      reason: { 'zh-Hant': '', 'zh-Hans': '', en: '' },
      citations: [
        {
          source: {
            kind: 'new',
            publisher: 'Example Bureau',
            title: 'A press release',
            publishedOn: today,
            url: 'https://example.org/release',
            sourceKind: 'government',
            language: 'en',
          },
          quote: 'The sides met in Shanghai.',
          locator: '',
        },
      ],
      ...change,
    },
  })
}

/** Publishes a statement about an item; gives who wrote and who approved it. */
export async function publishStated(reference: string) {
  const [author, reviewer] = await editorAndReviewer()
  const input = await statementFrom(reference)
  const submitted = await submitStatement(author, input)
  if (!submitted.ok) throw new Error(`Refused: ${submitted.reason}`)
  const { version } = input
  const done = await publishSubmission(reviewer, { id: submitted.submission, version })
  if (!done.ok) throw new Error(`Refused: ${done.reason}`)
  return { author, reviewer }
}
