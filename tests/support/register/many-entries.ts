import { fillSearch } from '@/features/register/search/commands/fill-search'
import type { Database } from '@/server/database/database'
import { seeded } from './generated-queries'

/** Words that stand in about one of so many generated texts. */
export const frequencies = { 合作: 1, 航運樞紐: 50, 郵輪母港: 5_000 } as const

/**
 * Gives generated projects texts of their own, of words that are common, rare and very rare, and makes the search
 * entries of all. The log's entries are written as the log would have them.
 */
export async function fillWithWords(db: Database, conference: string): Promise<number> {
  const random = seeded(7)
  const signs = Array.from(
    '發展金融科技教育文化旅遊貿易物流法律醫療創新人才交流推動加強建設市場服務平台機制研究項目落實',
  )
  const run = () =>
    Array.from({ length: 24 }, () => signs[Math.floor(random() * signs.length)]).join('')
  const texts = Array.from({ length: 2_000 }, run)
  for (const [index, text] of texts.entries()) {
    const words = Object.entries(frequencies)
      .filter(([, every]) => every > 1 && every < 5_000 && index % every === 0)
      .map(([word]) => word)
    texts[index] = `${text}${words.join('')}`
  }
  // Append-only is a rule for the register itself; these generated entries are only being completed.
  await db.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe('alter table "Revision" disable trigger append_only')
      await tx.$executeRaw`
        update "Revision" r set "after" = jsonb_set("after"::jsonb, '{texts,text,zh-Hant,body}',
          to_jsonb(("after"::jsonb #>> '{texts,text,zh-Hant,body}') || (${texts}::text[])[1 + r.number % 2000]
            || case when r.number % 5000 = 0 then '郵輪母港' else '' end))
        where "subjectKind" = 'project' and "subjectReference" like ${`${conference}-%`}`
      await tx.$executeRawUnsafe('alter table "Revision" enable trigger append_only')
    },
    { timeout: 600_000 },
  )
  return fillSearch()
}
