import { getTranslations } from 'next-intl/server'
import { type AnnouncementKind, reckoningOf, type ShownConference } from '../model/conference'

type Props = { conference: ShownConference; kind: AnnouncementKind }

/** "65 announced · 34 itemised · 31 not itemised": a total always reads like this, where the slots are kept. */
export async function Announced({ conference, kind }: Props) {
  const t = await getTranslations('conferences')
  const reckoning = reckoningOf(conference, kind)
  if (!reckoning) return <span className="quiet">{t('notStated')}</span>
  return t(reckoning.key, reckoning.values)
}

/** The announced number and what is held of it, as two bars to one scale; the words stand beside them. */
export function AnnouncedBar({ conference, kind, most }: Props & { most: number }) {
  const announced = conference.announced[kind].number ?? 0
  return (
    <svg
      className="announced-bar"
      width="100%"
      height="10"
      viewBox={`0 0 ${most} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="announced-all" width={announced} height="1" />
      <rect
        className="announced-held"
        width={Math.min(announced, conference.itemised[kind])}
        height="1"
      />
    </svg>
  )
}
