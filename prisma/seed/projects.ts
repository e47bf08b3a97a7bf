import { citationsOf } from './conferences'
import type { Facts } from './facts'
import { toPassage } from './passages'
import { idOf, toLogged } from './rows'
import { enter, type Run } from './run'

/**
 * Enters the projects of the 6th conference: the printed items by field and number, then a slot without
 * field or text for each one that was announced and is not itemised.
 */
export async function enterProjects(run: Run, facts: Facts): Promise<void> {
  const { tx, rows, ids } = run
  const conferenceId = idOf(ids.conference, '6')
  const printed = [...facts.projects].sort((a, b) => a.field - b.field || itemOf(a) - itemOf(b))
  const items = printed.flatMap((project, index) => {
    const { code, citations, note } = project
    const reference = `6-${code}`
    const id = enter(run, 'project', reference, toLogged(citations))
    if (id === null) return []
    const owner = { projectId: id }
    rows.addText(owner, 'title', toPassage(project.title, project.titleOrigin))
    rows.addText(owner, 'text', toPassage(project.text, project.textOrigin))
    if (note) rows.addText(owner, 'note', toPassage(note, 'editorial'))
    rows.addCitations(owner, citations)
    const fieldId = idOf(ids.field, `6-${project.field}`)
    return [
      {
        id,
        reference,
        conferenceId,
        fieldId,
        position: index + 1,
        itemised: true,
      },
    ]
  })
  const announcement = slotsOf(facts, 'projects', printed.length)
  const slots = announcement.numbers.flatMap((number) => {
    const reference = `6-u${String(number).padStart(2, '0')}`
    const id = enter(run, 'project', reference, toLogged(announcement.citations))
    if (id === null) return []
    rows.addCitations({ projectId: id }, announcement.citations)
    return [
      {
        id,
        reference,
        conferenceId,
        position: printed.length + number,
        itemised: false,
      },
    ]
  })
  // Two writes: one statement needs the same columns in each row.
  await tx.project.createMany({ data: items })
  await tx.project.createMany({ data: slots })
}

function itemOf({ code }: { code: string }): number {
  return Number(code.split('.')[1])
}

/**
 * The slots of the 6th conference: 1, 2, 3 … for what it announced and `named` does not cover, and the
 * citations that the announcement rests on.
 */
export function slotsOf(facts: Facts, kind: 'projects' | 'documents', named: number) {
  const conference = facts.conferences.find(({ number }) => number === 6)
  if (!conference) throw new Error('The facts hold no 6th conference.')
  const length = Math.max(0, (conference.announced[kind] ?? 0) - named)
  return {
    heldOn: conference.heldOn,
    numbers: Array.from({ length }, (_, index) => index + 1),
    citations: citationsOf(conference, kind),
  }
}
