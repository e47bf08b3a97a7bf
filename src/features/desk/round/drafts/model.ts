/** What an officer was typing. */
export type FoundDraft = {
  key: string
  values: Record<string, string>
  /** The subject's version that the officer had before them. */
  baseVersion: number
  /** ISO time. */
  updatedAt: string
  /** Which writing of it this is. */
  version: string
}

/** The field in which a form tells which versions of its draft its window has seen or sent, with spaces between. */
export const seenField = 'seenDraft'

/** What a draft keeps of a posted form, and the versions that its window has seen or sent. */
export function draftedIn(form: Readonly<Record<string, string>>) {
  const { [seenField]: seen = '', intent: _, language: __, ...values } = form
  return { seen: seen.split(' ').filter(Boolean), values }
}

/** What a button of a form asks about a draft that another window has changed, with the version of that: to keep what this window has, or to take the other. */
export function answerIn(intent: string): { answer: 'keep' | 'take'; version: string } | null {
  const [, answer, version] = /^(keep|take):(.+)$/.exec(intent) ?? []
  return answer && version ? { answer: answer as 'keep' | 'take', version } : null
}

/** What a form carries besides what is typed: it is no difference between two drafts. */
const carried =
  /^(reference|kind|version|replaces|back|language|intent|leftBehindSeen|conflict\.version)$/

/** The fields that two windows have filled in differently, in the order of the form; a field that is not there is blank. */
export function differingFields(
  here: Readonly<Record<string, string>>,
  there: Readonly<Record<string, string>>,
): string[] {
  const names = new Set([...Object.keys(here), ...Object.keys(there)])
  return [...names].filter(
    (name) => !carried.test(name) && plain(here[name]) !== plain(there[name]),
  )
}

/** As it is compared: a browser sends line ends in its own way. */
function plain(value = ''): string {
  return value.replace(/\r\n?/g, '\n')
}

/** The path of a page of the desk that an address names; null for any other. */
export function deskPath(path: unknown): string | null {
  return typeof path === 'string' && /^\/(tc|sc|en)\/desk[\w./-]*$/.test(path) ? path : null
}
