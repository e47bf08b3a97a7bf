import { recordRevision } from '@/features/register/log/commands/record'
import { textsByPart } from '@/features/register/texts/model/text'
import { fold } from '@/i18n/fold'
import { languages } from '@/i18n/language'
import type { Transaction } from '@/server/database/database'
import { type Bodies, type Facts, readFacts } from './facts'
import { register } from './statements'

/** The names that people use for an organisation, each once, without those that a search takes for its own. */
export function otherNames(aliases: Facts['aliases'], slug: string, name: Bodies): string[] {
  const also = aliases.find(({ organisation }) => organisation === slug)?.also ?? {}
  const known = new Set(
    languages.flatMap((language) => (name[language] ? [fold(name[language])] : [])),
  )
  return languages
    .flatMap((language) => also[language] ?? [])
    .filter((one) => {
      const isNew = !known.has(fold(one))
      known.add(fold(one))
      return isNew
    })
}

/**
 * Gives each organisation that was entered before the facts had the names that people use those names, as a
 * correction of its entry. One whose names an officer has ever changed is left as it is.
 * @returns how many revisions were added.
 */
export async function addOtherNames(tx: Transaction): Promise<number> {
  const { aliases } = readFacts()
  const held = await tx.organisation.findMany({
    include: { texts: true },
    orderBy: { slug: 'asc' },
  })
  let added = 0
  for (const { id, slug, texts } of held) {
    const names = textsByPart(texts).name ?? {}
    const bodies = Object.fromEntries(Object.entries(names).map(([key, { body }]) => [key, body]))
    const also = otherNames(aliases, slug, bodies)
    const subject = { subjectKind: 'organisation' as const, subjectReference: slug }
    const log = await tx.revision.findMany({ where: subject, orderBy: { subjectRevision: 'asc' } })
    const [first] = log
    const isSaid = log.some(({ after }) => 'also' in Object(after))
    if (!first || isSaid || also.length === 0) continue
    await tx.organisation.update({ where: { id }, data: { also } })
    await recordRevision(tx, {
      kind: 'organisation',
      reference: slug,
      citations: [],
      action: 'corrected',
      actor: register,
      correction: { revision: first.number, why },
    })
    added++
  }
  return added
}

const why = {
  'zh-Hant': '加入大眾慣用的名稱，方便搜尋。',
  'zh-Hans': '加入大家常用的名称，方便搜索。',
  en: 'The names that people use are added, so that a search finds it by them.',
}
