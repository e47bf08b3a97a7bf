import { recordRevision } from '@/features/register/log/commands/record'
import { type EditableKind, editableKinds, kinds } from '@/features/register/subjects/model/kinds'
import { textHash } from '@/features/register/texts/model/text'
import { toSimplified } from '@/i18n/conversion'
import type { Run } from './run'
import { register } from './statements'

/**
 * Makes the conversions into Simplified anew that come out otherwise now than when they were stored, as corrections
 * of their subjects. Left as they are: those that a person accepted, those of a text that has changed since, and every
 * text of a subject that an officer has changed.
 * @returns how many revisions were added.
 */
export async function convertAgain(run: Run): Promise<number> {
  let added = 0
  for (const kind of editableKinds) {
    const references = new Map([...run.ids[kind]].map(([reference, id]) => [id, reference]))
    for (const [id, texts] of await renewed(run, kind)) {
      const reference = references.get(id) ?? ''
      const latest = await run.tx.revision.findFirstOrThrow({
        where: { subjectKind: kind, subjectReference: reference },
        orderBy: { subjectRevision: 'desc' },
      })
      if (latest.actorRole !== register.role) continue
      for (const { id, body } of texts) await run.tx.text.update({ where: { id }, data: { body } })
      const revision = await recordRevision(run.tx, {
        kind,
        reference,
        citations: [],
        action: 'text_changed',
        actor: register,
        correction: { revision: latest.number, why },
      })
      if (revision !== null) added++
    }
  }
  return added
}

/** The conversions of a kind that come out otherwise now, by the subject's id; those of live statements among them. */
async function renewed({ tx }: Run, kind: EditableKind) {
  const owner = kinds[kind].owner
  const live = new Map<string, string>()
  if (kind === 'project' || kind === 'document') {
    const select = { id: true, currentStatementId: true }
    const items =
      kind === 'project'
        ? await tx.project.findMany({ select })
        : await tx.document.findMany({ select })
    for (const item of items) {
      if (item.currentStatementId) live.set(item.currentStatementId, item.id)
    }
  }
  const texts = await tx.text.findMany({
    where: {
      language: { in: ['zh-Hant', 'zh-Hans'] },
      OR: [{ [owner]: { not: null } }, { statementId: { in: [...live.keys()] } }],
    },
    orderBy: { id: 'asc' },
  })
  const subjectOf = (text: (typeof texts)[number]) =>
    text[owner] ?? live.get(text.statementId ?? '') ?? ''
  const placeOf = (text: (typeof texts)[number]) =>
    [text[owner], text.statementId, text.part].join(' ')
  const originals = new Map(
    texts
      .filter(({ language }) => language === 'zh-Hant')
      .map((text) => [placeOf(text), text.body]),
  )
  const found = new Map<string, { id: string; body: string }[]>()
  for (const text of texts) {
    const original = originals.get(placeOf(text))
    if (text.language !== 'zh-Hans' || text.origin !== 'script_conversion') continue
    if (original === undefined || textHash(original) !== text.derivedFromHash) continue
    const body = toSimplified(original)
    if (text.reviewedById || body === text.body) continue
    const subject = subjectOf(text)
    found.set(subject, [...(found.get(subject) ?? []), { id: text.id, body }])
  }
  return found
}

const why = {
  'zh-Hant': '由繁體轉換的簡體文本改用內地的引號。',
  'zh-Hans': '由繁体转换的简体文本改用内地的引号。',
  en: 'Simplified texts converted from Traditional now have the quotation marks of the Mainland.',
}
