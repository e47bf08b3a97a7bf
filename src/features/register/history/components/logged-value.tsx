import { getLocale, getTranslations } from 'next-intl/server'
import { Fragment } from 'react'
import { DateText } from '@/components/site/date-text'
import { InLanguage } from '@/components/site/in-language'
import { TimeText } from '@/components/site/time-text'
import { type Named, nothingNamed } from '../model/names'
import type { Voice } from '../wording/place'
import { type Entry, entryWords, isMoment, valueWords } from '../wording/value'

/** How the log is told on the page that asks. */
export async function voiceOfPage(named: Named = nothingNamed): Promise<Voice> {
  return { language: await getLocale(), t: await getTranslations(), ...named }
}

type Props = {
  /** The key of the place: `state`, `statement_asOf`. */
  place: string
  value: unknown
  names: Named
}

/** A value of the log in words; several as a list. */
export async function LoggedValue({ place, value, names }: Props) {
  const { isList, entries } = valueWords(place, value, await voiceOfPage(names))
  const drawn = entries.map((entry) => (
    <EntryText key={JSON.stringify(entry)} entry={entry} separator=" · " />
  ))
  return isList ? (
    <ul>
      {drawn.map((one) => (
        <li key={one.key}>{one}</li>
      ))}
    </ul>
  ) : (
    drawn
  )
}

/** One of a list in words. */
export async function LoggedEntry({ place, value, names }: Props) {
  const entry = entryWords(place, value, await voiceOfPage(names))
  return <EntryText entry={entry} separator=" · " />
}

/** The pieces of an entry, one after another. */
export function EntryText({ entry, separator }: { entry: Entry; separator: string }) {
  return entry.map((piece, index) => (
    <Fragment key={JSON.stringify(piece)}>
      {index > 0 && separator}
      {piece.kind === 'words' ? (
        <InLanguage text={piece.text} language={piece.language} />
      ) : isMoment(piece.date) ? (
        <TimeText time={piece.date} />
      ) : (
        <DateText date={piece.date} />
      )}
    </Fragment>
  ))
}
