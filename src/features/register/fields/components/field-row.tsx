import { getLocale } from 'next-intl/server'
import { Words } from '@/components/site/words'
import { StateBar } from '@/features/register/states/components/state-bar'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { hrefTo } from '@/i18n/navigation'
import type { FieldCounts } from '../model'

/** A field in a list: its number, its name, and how its projects stand. */
export async function FieldRow({ field }: { field: FieldCounts }) {
  const language = await getLocale()
  const { reference, number, name, states } = field
  return (
    <li className="row row-numbered">
      <span className="reference field-number">{number}</span>
      <p className="row-title">
        <a href={hrefTo(language, subjectPage('field', reference))}>
          <Words text={name} />
        </a>
      </p>
      <StateBar counts={states} />
    </li>
  )
}
