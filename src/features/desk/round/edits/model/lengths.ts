import type { Fact } from '@/features/register/subjects/model/kinds'

/** The most characters of a web address. */
export const longestAddress = 2000
const longestText = 8000
const longestLine = 400

/** Whether a passage is one line, however many it is typed in. */
export function isLine(part: string): boolean {
  return part === 'name' || part === 'title' || part === 'publisher' || part === 'place'
}

/** The most characters of a passage in one language. */
export function longestBody(part: string): number {
  return isLine(part) ? longestLine : longestText
}

/** The most characters of a fact; undefined for one that is not typed out. */
export function longestFact(fact: Fact): number | undefined {
  if (fact.type === 'line') return fact.most
  return fact.type === 'address' ? longestAddress : undefined
}
