import { getLocale, getTranslations } from 'next-intl/server'
import { Separator } from '@/components/site/aside'
import { DateText } from '@/components/site/date-text'
import { Words } from '@/components/site/words'
import { ConfirmedBy } from '@/features/register/states/components/confirmations'
import { StateMark } from '@/features/register/states/components/state-mark'
import { UnknownState } from '@/features/register/states/components/unknown-state'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import type { ListedProject } from '../model'

/** A project in a list: its title and field, its state and of which day. */
export async function ProjectRow({ project }: { project: ListedProject }) {
  const [language, t] = [await getLocale(), await getTranslations('projects')]
  const { reference, title, field, state, stateAsOf, itemised } = project
  return (
    <li className="row">
      <div>
        <p className="row-title">
          <a href={hrefTo(language, subjectPage('project', reference))}>
            {itemised ? <Words text={title} /> : t('slot', { reference })}
          </a>
        </p>
        <p className="quiet">
          <span className="reference">{reference}</span>
          {field && (
            <>
              {' · '}
              <Words text={field.name} />
            </>
          )}
        </p>
      </div>
      <p className="row-facts">
        {state ? <StateMark state={state} /> : <UnknownState />}
        <Separator />
        <ConfirmedBy item={project} />
        {stateAsOf && (
          <>
            <Separator />
            <span className="quiet">
              {t('asOf')} <DateText date={stateAsOf} />
            </span>
          </>
        )}
      </p>
    </li>
  )
}
