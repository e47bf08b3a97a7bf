import { getTranslations } from 'next-intl/server'
import { countLeftOut, type LeftOutOf } from '@/features/register/log/queries/left-out'
import { shownDay } from '@/i18n/shown-moment'

type Props = {
  of: LeftOutOf
  /** What of it is counted here. */
  what: 'projects' | 'documents' | 'developments'
}

/** On a page of how things stood on a day, how much came after it and is left out. Draws nothing elsewhere, nor for none. */
export async function LeftOutLine({ of, what }: Props) {
  const day = shownDay()
  if (day === null) return null
  const count = (await countLeftOut(of, day))[what]
  if (count === 0) return null
  return <p className="quiet">{(await getTranslations('standing.leftOut'))(what, { count })}</p>
}
