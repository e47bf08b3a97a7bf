'use client'

import { useTranslations } from 'next-intl'
import { type ItemKind, type ItemState, wordsOfStates } from '../model/states'
import type { StateWords } from '../wording'

/** What a state of an item of this kind is called and means, in a component of the browser. */
export function useStateWords(kind: ItemKind): (state: ItemState) => StateWords {
  const t = useTranslations('progress')
  return (state) => {
    const key = `${wordsOfStates[kind]}.${state as 'ended'}` as const
    return { label: t(`${key}.label`), definition: t(`${key}.definition`) }
  }
}
