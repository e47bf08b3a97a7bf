import { getTranslations } from 'next-intl/server'
import { createElement, Fragment, type ReactNode } from 'react'
import { StateShape } from '@/features/register/states/components/state-mark'
import { languageTags } from '@/i18n/language'
import type { Block, Line, Piece, WrittenReport } from '../wording/blocks'

/** The report as a page, in its own language, whatever that of the page around it. It prints as a document. */
export async function ReportSheet({ report }: { report: WrittenReport }) {
  const { language, title, scope, facts, independence, blocks, notes, about } = report
  const t = await getTranslations({ locale: language, namespace: 'reports' })
  const draw = lineDrawer(report, (number) => t('note', { number: String(number) }))
  return (
    <article className="report" lang={languageTags[language]}>
      <header className="report-head">
        <h1>{title}</h1>
        <p className="report-scope">{draw(scope)}</p>
        {inOrder(facts, (fact) => (
          <p className="quiet">{draw(fact)}</p>
        ))}
        <p className="notice">{independence}</p>
      </header>
      {inOrder(blocks, (block) => drawBlock(block, draw))}
      <section>
        <h2 id="about">{about.heading}</h2>
        {inOrder(about.lines, (line) => (
          <p>{draw(line)}</p>
        ))}
      </section>
      {notes.length > 0 && (
        <section className="report-notes">
          <h2 id="notes">{report.notesHeading}</h2>
          <ol>
            {inOrder(notes, (note, index) => (
              <li id={`note-${index + 1}`}>
                {draw(note)}{' '}
                <a
                  className="report-back"
                  href={`#call-${index + 1}`}
                  aria-label={t('backToText', { number: String(index + 1) })}
                >
                  ↑
                </a>
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  )
}

/** Each drawn in its order, which never changes: they need no keys. */
function inOrder<Item>(
  items: readonly Item[],
  drawOne: (item: Item, place: number) => ReactNode,
): ReactNode {
  return createElement(Fragment, null, ...items.map(drawOne))
}

type Draw = (line: Line) => ReactNode

/** Draws lines in the order of the page: the first call of a note is where the way back from it leads. */
function lineDrawer({ language }: WrittenReport, noteName: (number: number) => string): Draw {
  const called = new Set<number>()
  const note = (number: number) => {
    const id = called.has(number) ? {} : { id: `call-${number}` }
    called.add(number)
    return (
      <sup>
        <a href={`#note-${number}`} {...id} aria-label={noteName(number)}>
          {number}
        </a>{' '}
      </sup>
    )
  }
  const words = ({ text, language: spoken, isStrong, isQuiet }: PieceOf<'words'>) => {
    const content = inOrder(text.split(/\n+/), (part, place) => (
      <>
        {place > 0 && <br />}
        {part}
      </>
    ))
    const lang = spoken === language ? {} : { lang: languageTags[spoken] }
    if (isStrong) return <b {...lang}>{content}</b>
    if (isQuiet)
      return (
        <span className="quiet" {...lang}>
          {content}
        </span>
      )
    return 'lang' in lang ? <span {...lang}>{content}</span> : content
  }
  const one = (piece: Piece): ReactNode => {
    switch (piece.kind) {
      case 'words':
        return words(piece)
      case 'state':
        return (
          <span className={`state state-${piece.state}`}>
            <StateShape state={piece.state} />
            <span>{piece.text}</span>
          </span>
        )
      case 'link':
        return (
          <a href={piece.href} rel="noopener external">
            {piece.text}
          </a>
        )
      case 'note':
        return note(piece.number)
    }
  }
  return (line) => inOrder(line, one)
}

type PieceOf<Kind> = Extract<Piece, { kind: Kind }>

function drawBlock(block: Block, draw: Draw): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level + 1}` as 'h2' | 'h3' | 'h4'
      return <Heading id={block.id}>{draw(block.line)}</Heading>
    }
    case 'paragraph':
      return <p>{draw(block.line)}</p>
    case 'entries':
      return drawEntries(block, draw)
    case 'table':
      return drawTable(block, draw)
  }
}

function drawEntries({ caption, entries }: Extract<Block, { kind: 'entries' }>, draw: Draw) {
  return (
    <>
      <p className="report-caption">{draw(caption)}</p>
      <ol className="report-entries">
        {inOrder(entries, ({ head, lines }) => (
          <li>
            <p>{draw(head)}</p>
            {lines.length > 0 && (
              <ul>
                {inOrder(lines, (line) => (
                  <li>{draw(line)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function drawTable({ caption, columns, rows }: Extract<Block, { kind: 'table' }>, draw: Draw) {
  return (
    <div className="report-scroll">
      <table className={columns.length > 3 ? 'report-wide' : undefined}>
        <caption>{draw(caption)}</caption>
        <colgroup>
          {inOrder(columns, ({ share }) => (
            <col style={{ inlineSize: `${share}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {inOrder(columns, ({ label }) => (
              <th scope="col">{draw(label)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(rows, ([name = [], ...cells]) => (
            <tr>
              <th scope="row">{drawCell(name, draw)}</th>
              {inOrder(cells, (lines) => (
                <td>{drawCell(lines, draw)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The lines of a cell, one under the other. */
function drawCell(lines: Line[], draw: Draw): ReactNode {
  return inOrder(lines, (line) => <div>{draw(line)}</div>)
}
