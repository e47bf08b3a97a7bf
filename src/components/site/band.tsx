import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { hongKongDay } from '@/i18n/formats'
import { type Href, hrefAt, queryOf } from '@/i18n/navigation'
import { now } from '@/server/clock'

type BandProps = {
  /** What the band is, for screen readers. */
  label: string
  title: string
  /** What stands beside the title. */
  beside?: string
  children: ReactNode
}

/** Above a page that does not show the present as it is: what it shows, what that means, and the ways elsewhere. */
export function Band({ label, title, beside, children }: BandProps) {
  return (
    <aside className="past-band" aria-label={label}>
      <div className="frame">
        <p className="past-title">
          <b>{title}</b>
          {beside && (
            <>
              {' '}
              <span>{beside}</span>
            </>
          )}
        </p>
        {children}
      </div>
    </aside>
  )
}

/** A step of a band: the same page as it is today. */
export async function BackToToday({ here }: { here: Href }) {
  const [language, t] = [await getLocale(), await getTranslations('site.past')]
  return (
    <li>
      <a href={hrefAt(language, here, null)}>
        <b>{t('back')}</b>
      </a>
    </li>
  )
}

type DayBoxProps = {
  /** The parameter that the day is sent as. */
  name: 'at' | 'on' | 'day'
  label: string
  /** Where the plain GET form leads, without a query, and what of one goes with the day. */
  action: string
  kept?: Readonly<Record<string, string>>
  /** The earliest day that may be asked for. */
  min?: string | null
  day: string | null
}

/** Asks for a day, not after today. */
export async function DayBox({ name, label, action, kept = {}, min, day }: DayBoxProps) {
  const t = await getTranslations('site.past')
  const id = `choose-${name}`
  return (
    <form className="past-form" method="get" action={action}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={id}>{label}</label>{' '}
      <input
        id={id}
        type="date"
        name={name}
        required
        min={min ?? undefined}
        max={hongKongDay(now())}
        defaultValue={day ?? ''}
      />{' '}
      <button type="submit">{t('show')}</button>
    </form>
  )
}

/** Asks for a day of the same page, which keeps its filter and begins anew where it goes on over pages. */
export async function DayForm({
  here,
  ...box
}: Omit<DayBoxProps, 'action' | 'kept'> & { here: Href }) {
  const { at: _, after: __, before: ___, ...kept } = queryOf(here)
  const bare = (typeof here === 'string' ? here : { ...here, query: {} }) as Href
  return <DayBox {...box} action={hrefAt(await getLocale(), bare, null)} kept={kept} />
}
