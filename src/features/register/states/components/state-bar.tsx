import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '@/i18n/formats'
import type { ItemState } from '../model/states'
import { stateWord } from '../wording'
import { StateShape } from './state-mark'

export type StateCount = { state: ItemState; count: number }

/** How many items stand in each state: a bar for the eye, and the same in words for everyone. Empty states are left out. */
export async function StateBar({ counts }: { counts: readonly StateCount[] }) {
  const [language, t] = [await getLocale(), await getTranslations('progress')]
  const held = counts.filter(({ count }) => count > 0)
  const total = held.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return <p className="quiet">{t('noneYet')}</p>
  let start = 0
  const parts = held.map(({ state, count }) => {
    const part = { state, count, start, label: stateWord(state, language) }
    start += count
    return part
  })
  return (
    <div className="state-bar">
      <svg className="bar" viewBox={`0 0 ${total} 1`} preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ state, count, start: x }) => (
          <rect
            key={state}
            className={`state-${state}`}
            x={x + (x === 0 ? 0 : total * 0.004)}
            width={count - (x === 0 ? 0 : total * 0.004)}
            height="1"
          />
        ))}
      </svg>
      <ul className="bar-words">
        {parts.map(({ state, count, label }) => (
          <li key={state} className={`state state-${state}`}>
            <StateShape state={state} />
            <span>
              {label} <b>{formatNumber(count, language)}</b>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
