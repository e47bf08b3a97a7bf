import { getTranslations } from 'next-intl/server'
import { DateText } from '../../../components/date-text'
import { stateLabel } from '../../progress/components/state-mark'
import { type AssertedBy, assertions, type ItemState, isStateOf } from '../../progress/model'

/** A value of the log in words: a passage's body, a state's label, a day, a list of references. */
export async function LoggedValue({ place, value }: { place: string; value: unknown }) {
  const t = await getTranslations('revisions')
  if (value === null || value === undefined) return t('nothing')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (Array.isArray(value)) {
    if (value.length === 0) return t('nothing')
    return (
      <ul>
        {value.map((entry) => (
          <li key={JSON.stringify(entry)}>{entryText(entry)}</li>
        ))}
      </ul>
    )
  }
  if (typeof value === 'object') return 'body' in value ? String(value.body) : entryText(value)
  const text = String(value)
  if (place === 'state' && isState(text)) return stateLabel(text)
  if (place === 'statement_assertedBy' && isAssertion(text)) {
    return (await getTranslations('progress'))(`assertedBy.${text}`)
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return <DateText date={text} />
  return text
}

function isState(text: string): text is ItemState {
  return isStateOf('project', text) || isStateOf('document', text)
}

function isAssertion(text: string): text is AssertedBy {
  return (assertions as readonly string[]).includes(text)
}

/** A citation as its source and its quote; anything else as its values. */
function entryText(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry)
  return Object.values(entry)
    .filter((value) => value !== null)
    .join(' · ')
}
