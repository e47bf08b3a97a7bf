import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { wordsOfMessage } from '../support/register/message-words'

// The English that people read is plain, and has one word for one thing: docs/glossary.md. A rule names words
// that it does not use, what to say instead, and a sentence that would break it. What is quoted is left alone.

const rules: { banned: RegExp; instead: string; breach: string }[] = [
  {
    banned: /\bheld\b/i,
    instead: 'our sources, the sources we have; available; registered',
    breach: 'The sources held name no document.',
  },
  {
    banned: /(?<!parameter )\bitemis\w*\b(?!=)/i,
    instead: 'details published; add details',
    breach: '34 are itemised here.',
  },
  { banned: /\bslots?\b/i, instead: 'placeholder entry', breach: 'Slot, text not known' },
  {
    banned: /(?<!called )\bconferences\b|\bconference\b|(?<!Co-operation |\b[Tt]he )\bConference\b/,
    instead: 'session; Co-operation Conference for the mechanism only',
    breach: 'Conference 6',
  },
  { banned: /\bassert(?!s \()\w*/i, instead: 'stated by', breach: 'Asserted by' },
  { banned: /\bwho says so\b/i, instead: 'stated by, who stated it', breach: 'Who says so' },
  { banned: /\bstates?\b/i, instead: 'status; says', breach: 'By date of state' },
  { banned: /\bbears? on\b/i, instead: 'related to', breach: 'Bears on:' },
  { banned: /\b(stands?|stood)\b/i, instead: 'is; status', breach: 'How it stands' },
  { banned: /\bas at\b/i, instead: 'as it was on', breach: 'As at 1 May' },
  { banned: /\bmails?\b/i, instead: 'email, emails', breach: 'Send a test mail' },
  { banned: /\be-mails?\b/i, instead: 'email, emails', breach: 'E-mail address' },
  { banned: /\bon the Mainland\b/i, instead: 'in the Mainland', breach: 'Work on the Mainland' },
  { banned: /\blinked with\b/i, instead: 'linked to', breach: 'Linked with a field' },
  { banned: /\bwhere in (it|the source)\b/i, instead: 'location in source', breach: 'Where in it' },
  { banned: /\bwhere it comes from\b/i, instead: 'origin', breach: 'Where it comes from' },
  { banned: /\brests? on\b/i, instead: 'sources; is based on', breach: 'Rests on' },
  {
    banned: /\botherwise, since\b|\bit otherwise\b/i,
    instead: 'holds a different view',
    breach: 'Sees it otherwise',
  },
  {
    banned: /\b(left behind|behind (its|their) original)\b/i,
    instead: 'out of date with the original',
    breach: 'Behind its original',
  },
  { banned: /\bby the register\b/i, instead: 'by the editors', breach: 'Entered by the register' },
  { banned: /\bno\. \S+ (of|in) the log\b/i, instead: 'log no.', breach: 'No. 2 of the log' },
  { banned: /\bacts?\b/i, instead: 'action', breach: 'No act matches' },
  {
    banned: /\banswers? to\b|\bfits? (this|these|the|all)\b/i,
    instead: 'match',
    breach: 'No document answers to this filter',
  },
  { banned: /\bmend(s|ed|ing)?\b/i, instead: 'correct', breach: 'The author has to mend it' },
  { banned: /\banew\b/i, instead: 'again', breach: 'Made anew' },
  { banned: /\bwhose\b/i, instead: 'another sentence', breach: 'Items whose text changed' },
  { banned: /\bvery\b/i, instead: 'nothing', breach: 'This very revision' },
  { banned: /\bfor good\b/i, instead: 'always, permanently', breach: 'It stays there for good' },
  { banned: /\bin so many words\b/i, instead: 'says', breach: 'Not in so many words' },
  { banned: /\btak(e|en) up again\b/i, instead: 'revise and resubmit', breach: 'Take up again' },
  { banned: /\borganiz|\bcolor\b/i, instead: 'British spelling', breach: 'By organization' },
  { banned: /\w'(?!\w*=)/, instead: '’', breach: "The register's words" },
]

/** What is wrong with a passage that people read, rule by rule. */
function faultsOf(passage: string): string[] {
  const ours = passage.replace(/“[^”]*”/g, '“…”')
  return rules.flatMap(({ banned, instead }) => {
    const [found] = banned.exec(ours) ?? []
    return found ? [`“${found}” (instead: ${instead}) in: ${passage}`] : []
  })
}

test.each(rules)('$banned is found, and its cure is none of the banned words', (rule) => {
  expect(rule.breach).toMatch(rule.banned)
  expect(faultsOf(rule.breach)).not.toEqual([])
  expect(faultsOf(rule.instead)).toEqual([])
  expect(faultsOf(`The source says “${rule.breach}”.`)).toEqual([])
})

test('of a message its words are read, and not the names of its arguments', () => {
  const plural =
    '{state, plural, =0 {No slot} one {# <b>act</b>} other {{conference} of # mails}} held'
  expect(wordsOfMessage(plural)).toBe('No slot # act – of # mails held')
  expect(wordsOfMessage('{state} as of {day, date, short}')).toBe('– as of –')
})

const folder = 'messages/en'

test.each(readdirSync(folder))('messages/en/%s', (file) => {
  const messages = leaves(JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
  expect(messages.length).toBeGreaterThan(0)
  expect(messages.flatMap((message) => faultsOf(wordsOfMessage(message)))).toEqual([])
})

test.each(['docs/officer-guide/en.md', 'docs/data-dictionary.md'])('%s', (file) => {
  // What is code is no word, nor are the address of a picture and the name of a table.
  const lines = readFileSync(file, 'utf8')
    .replace(/`[^`]*`/g, '…')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/^## [a-z_]+$/gm, '')
    .split('\n')
  expect(lines.flatMap(faultsOf)).toEqual([])
})

test('what commands, settings and refused requests say', () => {
  const sentences = sourceFiles('src').flatMap(sentencesOf)
  expect(sentences).toContain('Nothing has this reference.')
  expect(sentences.flatMap(faultsOf)).toEqual([])
})

function leaves(messages: object): string[] {
  return Object.values(messages).flatMap((value) =>
    typeof value === 'string' ? [value] : leaves(value),
  )
}

function sourceFiles(from: string): string[] {
  return readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.|^generated/.test(file))
    .map((file) => path.join(from, file))
}

/** The sentences of a program that people may read: not those of its comments, nor of faults in the program itself. */
function sentencesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)|\bthrow new Error\(/.test(line))
    .flatMap((line) => line.match(/'[A-Z][^']* [^']* [^']*'(?!:)|`[A-Z][^`]* [^`]* [^`]*`/g) ?? [])
    .map((literal) => literal.slice(1, -1).replace(/\$\{[^}]*\}/g, '…'))
}
