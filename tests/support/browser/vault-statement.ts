import type { Page } from '@playwright/test'
import { submitStatement } from './round-steps'

/** What the tests of the round say of an item, and on whose words. */
export const notes = {
  'zh-Hant': '首個倉庫已經啟用',
  'zh-Hans': '首个仓库已经启用',
  en: 'The first vault has opened',
}
export const quote = 'opened its first offshore physical gold delivery vault in Hong Kong'

/** Submits it of an item. @returns the path of the submission, without its language. */
export function submitVault(
  page: Page,
  prefix: string,
  reference: string,
  { assertedBy = 'press', state = 'completed', note = notes, asOf = '2025-06-26' } = {},
): Promise<string> {
  return submitStatement(page, reference, { state, asOf, assertedBy, note, quote }, prefix)
}
