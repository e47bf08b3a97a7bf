import { expect, test } from 'vitest'
import { type Language, languages } from '@/i18n/language'
import { messagesIn } from '@/i18n/messages'

// A name may hold quotation marks of its own, which have to be the inner ones within marks around it. So the marks
// around a name are not a message's: `inQuotation` sets both, and is handed in. What a message may wrap itself, and why.
const asTyped = 'what somebody typed or called a file, shown sign for sign'
const ownWords = 'words of the site, which hold no quotation marks'
const exact = 'words of a text, of which not a sign may change'
const wrapped: Record<string, string> = {
  'projects.none.inDocuments': asTyped,
  'documents.nothingProjects': asTyped,
  'search.titleWith': asTyped,
  'search.found': asTyped,
  'search.notAsTyped': asTyped,
  'search.quoted': asTyped,
  'search.nothing': asTyped,
  'compare.problems.unreadable': asTyped,
  'compare.problems.future': asTyped,
  'site.past.unreadable': asTyped,
  'site.past.inFuture': asTyped,
  'submissions.facts.fromFile': asTyped,
  'progress.meaning': ownWords,
  'exchange.row.refusal': ownWords,
  'exchange.row.conflict': ownWords,
  'citing.news': ownWords,
  'citing.claims.state': ownWords,
  'downloads.notes.citeText': ownWords,
  'texts.board.noneWaiting': ownWords,
  'glossary.notes.departs': exact,
  'glossary.notes.synonym': exact,
  'glossary.notes.kept': exact,
  'glossary.notes.keptWithout': exact,
}

/** Whether an argument stands between two quotation marks of a message. */
function wraps(message: string): boolean {
  return /“[^”]*\{\w+\}[^”]*”|「[^」]*\{\w+\}[^」]*」|『[^』]*\{\w+\}[^』]*』/u.test(message)
}

function wrappingKeys(language: Language): string[] {
  const found: string[] = []
  const look = (value: unknown, path: string) => {
    if (typeof value === 'string') {
      if (wraps(value)) found.push(path)
    } else if (value && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) look(inner, path ? `${path}.${key}` : key)
    }
  }
  look(messagesIn(language), '')
  return found
}

test.each(['“{name}” is new', '就「{item}」等', '甲『第{number}號{title}』', '“<b>{name}</b>”'])(
  'a message that wraps an argument is found: %s',
  (message) => expect(wraps(message)).toBe(true),
)

test.each(['{name} is new', '“Fields” of {name}', '{city}’s view', '「甲」{name}「乙」'])(
  'a message that does not is left: %s',
  (message) => expect(wraps(message)).toBe(false),
)

test('no message wraps a name into quotation marks itself, and no exception is out of use', () => {
  const found = languages.map(wrappingKeys)
  expect(found.flat().filter((key) => !(key in wrapped))).toEqual([])
  const keys = new Set(found.flat())
  expect(Object.keys(wrapped).filter((key) => !keys.has(key))).toEqual([])
})
