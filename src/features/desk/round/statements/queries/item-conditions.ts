import 'server-only'
import type { Alternatives } from '@/features/register/search/model/alternatives'
import { searchCondition } from '@/features/register/search/queries/condition'
import { newsCountsFrom } from '@/features/register/states/model/statements'
import {
  type DocumentState,
  type ItemKind,
  isStateOf,
  type ProjectState,
  settledStates,
} from '@/features/register/states/model/states'
import type { ItemFilter } from '../input/item-filter'
import type { ItemCondition } from './charge'

/** What a condition needs to know besides the filter. */
export type Situation = {
  charge: ItemCondition
  /** ISO. */
  today: string
  /** Groups of terms that mean the same, from the glossary. */
  alternatives: Alternatives
  stale: { project: string[]; document: string[] }
}

/** What can be asked of a project and of a document alike. */
type ItemFacts = { itemised: boolean } | { searchEntry: { is: ReturnType<typeof searchCondition> } }

const nothing = { id: { in: [] as string[] } }

/** The filter, within what is in the officer's charge, as the one condition that the list and its counts share. */
export function itemConditions(filter: ItemFilter, situation: Situation): ItemCondition {
  const { charge, today, alternatives, stale } = situation
  const project: ItemCondition['project'][] = [charge.project]
  const document: ItemCondition['document'][] = [charge.document]
  const both = (condition: ItemFacts) => {
    project.push(condition)
    document.push(condition)
  }
  if (filter.q) both({ searchEntry: { is: searchCondition(filter.q, alternatives) } })
  if (filter.slots !== 'all') both({ itemised: filter.slots !== 'only' })
  if (filter.field) {
    project.push({ field: { reference: filter.field } })
    document.push({ fields: { some: { reference: filter.field } } })
  }
  if (filter.kind) (filter.kind === 'project' ? document : project).push(nothing)
  if (filter.state) {
    const { state } = filter
    project.push(isStateOf('project', state) ? { state: state as ProjectState } : nothing)
    document.push(isStateOf('document', state) ? { state: state as DocumentState } : nothing)
  }
  if (filter.news) {
    // As on the item's page: that it was announced is news, and so is a development.
    const since = new Date(`${newsCountsFrom(today)}T00:00:00Z`)
    const isOld = { source: { publishedOn: { lt: since } } }
    const silent = {
      OR: [
        { stateAsOf: null },
        { stateAsOf: { lt: since } },
        // As `newsDay` has it: what is stated of today on old evidence alone is old.
        { currentStatement: { citations: { some: {}, every: isOld } } },
      ],
    }
    const heldBefore = { conference: { heldOn: { lt: since } } }
    const settled = (kind: ItemKind) => settledStates.filter((state) => isStateOf(kind, state))
    project.push({
      ...silent,
      ...heldBefore,
      state: { notIn: settled('project') as ProjectState[] },
      developments: { none: { date: { gte: since } } },
    })
    document.push(silent, {
      OR: [
        heldBefore,
        { conferenceId: null, OR: [{ signedOn: null }, { signedOn: { lt: since } }] },
      ],
      state: { notIn: settled('document') as DocumentState[] },
    })
  }
  if (filter.texts) {
    project.push({ reference: { in: stale.project } })
    document.push({ reference: { in: stale.document } })
  }
  return { project: { AND: project }, document: { AND: document } }
}
