import { randomUUID } from 'node:crypto'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import type { Facts, StatedCitation } from './facts'
import { toPassage } from './passages'
import { idOf, toLogged } from './rows'
import { enter, type Run } from './run'

/** Enters the conferences with their chairs and what each announced a number of. */
export async function enterConferences(run: Run, facts: Facts): Promise<void> {
  const { tx, rows, ids } = run
  const mechanismId = idOf(ids.mechanism, facts.mechanism.slug)
  for (const conference of facts.conferences) {
    const { number, heldOn, chairs, announced, citations } = conference
    const reference = String(number)
    const id = enter(run, 'conference', reference, toLogged(citations))
    if (id === null) continue
    await tx.conference.create({
      data: { id, reference, mechanismId, number, heldOn },
    })
    await tx.chair.createMany({
      data: (['HK', 'SH'] as const).map((side) => ({
        conferenceId: id,
        side,
        personId: idOf(ids.person, chairs[side]),
      })),
    })
    const announcements = announcementKinds.map((kind) => ({
      id: randomUUID(),
      conferenceId: id,
      kind,
      number: announced[kind],
    }))
    await tx.announcement.createMany({ data: announcements })
    for (const { id: announcementId, kind } of announcements) {
      rows.addCitations({ announcementId }, citationsOf(conference, kind))
    }
    const owner = { conferenceId: id }
    rows.addText(owner, 'name', toPassage(conference.name, conference.nameOrigin))
    rows.addText(owner, 'place', toPassage(conference.place, 'editorial'))
    if (conference.note) rows.addText(owner, 'note', toPassage(conference.note, 'editorial'))
  }
}

/** What a conference's announced number of fields, projects or documents rests on. */
export function citationsOf(
  conference: Facts['conferences'][number],
  kind: (typeof announcementKinds)[number],
): StatedCitation[] {
  return conference.citations.filter(({ supports }) => supports.includes(kind))
}

/** Enters the fields of the conferences, as far as sources name them. */
export async function enterFields(run: Run, fields: Facts['fields']): Promise<void> {
  const data = fields.flatMap(({ conference, number, name, nameOrigin, note, citations }) => {
    const reference = `${conference}-${number}`
    const id = enter(run, 'field', reference, toLogged(citations))
    if (id === null) return []
    run.rows.addText({ fieldId: id }, 'name', toPassage(name, nameOrigin))
    if (note) run.rows.addText({ fieldId: id }, 'note', toPassage(note, 'editorial'))
    run.rows.addCitations({ fieldId: id }, citations)
    const conferenceId = idOf(run.ids.conference, conference)
    return [{ id, reference, conferenceId, number }]
  })
  await run.tx.field.createMany({ data })
}
