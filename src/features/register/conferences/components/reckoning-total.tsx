import { getLocale, getTranslations } from 'next-intl/server'
import { formatNumber } from '@/i18n/formats'
import type { ShownConference } from '../model/conference'
import { AnnouncedBar } from './announced'

type Props = {
  conference: ShownConference
  kind: 'projects' | 'documents'
  /** The list of them. */
  href: string
}

/** The announced number large, and the reckoning beneath: how many are itemised and how many are not. */
export async function ReckoningTotal({ conference, kind, href }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('home')]
  const announced = conference.announced[kind].number
  if (announced === null) return null
  const itemised = conference.itemised[kind]
  const number = (value: number) => formatNumber(value, language)
  return (
    <div className="total">
      <p className="figure">
        {number(announced)} <span className="figure-unit">{t(kind)}</span>
      </p>
      <p className="reckoning">
        {t(kind === 'projects' ? 'projectTotals' : 'documentTotals', {
          announced: number(announced),
          itemised: number(itemised),
          slots: number(Math.max(0, announced - itemised)),
        })}
      </p>
      <AnnouncedBar conference={conference} kind={kind} most={announced} />
      <p>
        <a className="standing" href={href}>
          {t(kind === 'projects' ? 'seeProjects' : 'seeDocuments')}
        </a>
      </p>
    </div>
  )
}
