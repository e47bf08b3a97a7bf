import { withoutUnseen } from './unseen'

/** A page of one thing: the language and the section, the reference or slug, and what follows it. */
const itemAddress =
  /^(\/[a-z]{2}\/(?:projects|documents|fields|conferences|organisations|signatories)\/)([^/]+)((?:\/.*)?)$/i

/**
 * The one true address of an item whose reference was copied out of a text: with capital letters, another dash, full
 * width, or marks and words of a sentence that cling to it.
 * @param pathname as the request has it, encoded.
 * @returns null where the address is as it should be, or is none of an item.
 */
export function plainAddress(pathname: string): string | null {
  const [, before, reference, after] = itemAddress.exec(pathname) ?? []
  if (!before || !reference) return null
  const plain = plainReference(decoded(reference))
  return plain === null || plain === reference ? null : `${before}${plain}${after ?? ''}`
}

function plainReference(written: string): string | null {
  const folded = withoutUnseen(written)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Pd}\u2212]/gu, '-')
  return /^[^\p{L}\p{N}]*([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)/u.exec(folded)?.[1] ?? null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
