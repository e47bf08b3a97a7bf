import type { OwnerColumn } from '@/features/register/subjects/model/kinds'
import type { LoggedCitation } from '@/features/register/subjects/model/snapshot'
import { entryColumns } from '@/features/register/texts/model/text'
import type { Prisma, TextPart } from '@/generated/prisma/client'
import { languages } from '@/i18n/language'
import type { LocalizedText } from '@/i18n/localized-text'
import type { Transaction } from '@/server/database/database'
import type { StatedCitation } from './facts'

type TextOwner = Partial<Record<OwnerColumn | 'cityCode' | 'statementId', string>>
type CitationOwner = Partial<
  Pick<
    Prisma.CitationCreateManyInput,
    'announcementId' | 'fieldId' | 'projectId' | 'documentId' | 'developmentId' | 'statementId'
  >
>

/** The texts and citations of many owners, gathered and then written in two statements. */
export class Rows {
  private readonly texts: Prisma.TextCreateManyInput[] = []
  private readonly citations: Prisma.CitationCreateManyInput[] = []

  /** @param sourceIds ids of the sources by slug. */
  constructor(private readonly sourceIds: ReadonlyMap<string, string>) {}

  addText(owner: TextOwner, part: TextPart, passage: LocalizedText): void {
    for (const language of languages) {
      const entry = passage[language]
      if (!entry) continue
      this.texts.push({ ...owner, part, language, ...entryColumns(entry) })
    }
  }

  /** @throws when a citation names a source that is not held. */
  addCitations(owner: CitationOwner, stated: readonly StatedCitation[]): void {
    for (const [index, citation] of stated.entries()) {
      const sourceId = idOf(this.sourceIds, citation.source)
      const { quote = null, locator = null } = citation
      this.citations.push({
        ...owner,
        sourceId,
        quote,
        locator,
        position: index + 1,
      })
    }
  }

  async write(tx: Transaction): Promise<void> {
    await tx.text.createMany({ data: this.texts.splice(0) })
    await tx.citation.createMany({ data: this.citations.splice(0) })
  }
}

/** @throws when nothing of that reference is held. */
export function idOf(ids: ReadonlyMap<string, string>, reference: string): string {
  const id = ids.get(reference)
  if (id === undefined) throw new Error(`The facts name ${reference}, which they do not hold.`)
  return id
}

/** Citations in the log's form. */
export function toLogged(stated: readonly StatedCitation[]): LoggedCitation[] {
  return stated.map(({ source, quote = null, locator = null }) => ({
    source,
    quote,
    locator,
  }))
}
