import {
  Bookmark,
  BuilderElement,
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  type ParagraphChild,
  StringContainer,
  TextRun,
  type XmlComponent,
} from 'docx'
import { states } from '@/features/register/states/model/states'
import type { Language } from '@/i18n/language'
import type { Line, Piece } from '../wording/blocks'
import { chinese, colours } from './document-styles'

/** Turns a line into runs, each in the typeface of its language. */
export type RunWriter = (line: Line) => ParagraphChild[]

/**
 * A writer for a report in this language, to be called in the order of the document: the first call of a note
 * becomes the footnote.
 */
export function runWriterFor(language: Language): RunWriter {
  const called = new Set<number>()
  const note = (number: number): ParagraphChild[] => {
    if (called.has(number)) return sameNote(number)
    called.add(number)
    const children = [new FootnoteReferenceRun(number)]
    return [new Bookmark({ id: bookmarkOf(number), children })]
  }
  return (line) =>
    line.flatMap((piece, index) => {
      if (piece.kind !== 'note') return set(piece, language)
      if (line[index - 1]?.kind !== 'note') return note(piece.number)
      // Two numbers in a row would be read as one.
      return [new TextRun({ text: ' ', superScript: true }), ...note(piece.number)]
    })
}

const bookmarkOf = (note: number) => `note_${note}`

/** A footnote called again: a field that shows its number, and follows it when notes are added or taken out. */
function sameNote(number: number): TextRun[] {
  const run = (child: XmlComponent | string) =>
    new TextRun({ style: 'FootnoteReference', children: [child] })
  const mark = (value: string) =>
    run(
      new BuilderElement<{ type: string }>({
        name: 'w:fldChar',
        attributes: { type: { key: 'w:fldCharType', value } },
      }),
    )
  const instruction = new StringContainer('w:instrText', `NOTEREF ${bookmarkOf(number)} \\f \\h`)
  return [mark('begin'), run(instruction), mark('separate'), run(String(number)), mark('end')]
}

function set(piece: Exclude<Piece, { kind: 'note' }>, language: Language): ParagraphChild[] {
  switch (piece.kind) {
    case 'words':
      return runs(piece.text, piece.language, language, {
        ...(piece.isStrong ? { bold: true } : {}),
        ...(piece.isQuiet ? { color: colours.soft } : {}),
      })
    case 'state':
      return [
        new TextRun({ text: states[piece.state].glyph, font: 'Segoe UI Symbol', noProof: true }),
        ...runs(` ${piece.text}`, language, language),
      ]
    case 'link':
      return [
        new ExternalHyperlink({
          link: piece.href,
          children: [
            new TextRun({ text: writable(piece.text), style: 'Hyperlink', noProof: true }),
          ],
        }),
      ]
  }
}

/** Words in the language `spoken`, within a report in `language`; one run for each line of the text. */
function runs(
  text: string,
  spoken: Language,
  language: Language,
  options: IRunOptions = {},
): TextRun[] {
  return writable(text)
    .split(/\n+/)
    .map(
      (part, index) =>
        new TextRun({
          text: part,
          ...(index > 0 ? { break: 1 } : {}),
          ...typeOf(spoken, language),
          ...options,
        }),
    )
}

/** The quotation marks and dots that Latin and Chinese share are set in the Chinese face where the words are Chinese. */
function typeOf(spoken: Language, language: Language): IRunOptions {
  if (spoken === 'en') return {}
  if (spoken === language) return { font: { hint: 'eastAsia' } }
  const { face, tag } = chinese[spoken]
  return { font: { eastAsia: face, hint: 'eastAsia' }, language: { eastAsia: tag } }
}

/** The text without what XML cannot hold: one such character, and Word refuses the whole file. */
function writable(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
}
