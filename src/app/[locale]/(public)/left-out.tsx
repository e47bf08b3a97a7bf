import { getTranslations } from 'next-intl/server'

type Props = {
  /** What of it is counted here. */
  what: 'projects' | 'documents' | 'developments'
  count: number
}

/** On a page of how things stood on a day, how much came after it and is left out. Draws nothing for none. */
export async function LeftOutLine({ what, count }: Props) {
  if (count === 0) return null
  return <p className="quiet">{(await getTranslations('standing.leftOut'))(what, { count })}</p>
}
