import { WordsLink } from '@/components/site/words'
import { StateBar } from '@/features/register/states/components/state-bar'
import { subjectPage } from '@/features/register/subjects/model/pages'
import type { FieldCounts } from '../model'

/** A field in a list: its number, its name, and how its projects stand. */
export async function FieldRow({ field }: { field: FieldCounts }) {
  const { reference, number, name, states } = field
  return (
    <li className="row row-numbered">
      <span className="reference field-number">{number}</span>
      <p className="row-title">
        <WordsLink to={subjectPage('field', reference)} text={name} />
      </p>
      <StateBar counts={states} />
    </li>
  )
}
