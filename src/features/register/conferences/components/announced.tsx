import { getTranslations } from 'next-intl/server'
import { Citations } from '@/features/register/sources/components/citations'
import {
  type AnnouncementKind,
  announcementKinds,
  reckoningOf,
  type ShownConference,
} from '../model/conference'

type Props = { conference: ShownConference; kind: AnnouncementKind }

/** "65 announced · text of 34 published · a difference of 31": a total always reads like this, where anything is itemised. */
export async function Announced({ conference, kind }: Props) {
  const t = await getTranslations('conferences')
  const reckoning = reckoningOf(conference, kind)
  if (!reckoning) return <span className="quiet">{t('notStated')}</span>
  return t(reckoning.key, reckoning.values)
}

/**
 * What a conference announced of each kind against what is itemised, in words.
 * @param most the number that fills the bars; none are drawn without it. @param cited whether the sources are named.
 */
export async function Announcements({
  conference,
  most,
  cited = false,
}: {
  conference: ShownConference
  most?: number
  cited?: boolean
}) {
  const t = await getTranslations('conferences')
  return (
    <dl className="announcements">
      {announcementKinds.map((kind) => (
        <div key={kind}>
          <dt>{t(kind)}</dt>
          <dd>
            <Announced conference={conference} kind={kind} />
            {most !== undefined && <AnnouncedBar conference={conference} kind={kind} most={most} />}
            {cited && <Citations citations={conference.announced[kind].citations} />}
          </dd>
        </div>
      ))}
    </dl>
  )
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
