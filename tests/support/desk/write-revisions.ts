import { writeSync } from 'node:fs'
import { recordRevision } from '@/features/register/log/commands/record'
import { database } from '@/server/database/database'

// Changes a text through the public log again and again until it is killed, and prints each revision's number when,
// and only when, its transaction has been acknowledged.
const db = await database()
const projects = await db.project.findMany({ where: { itemised: true }, take: 20 })
for (let count = 0; ; count++) {
  const project = projects[count % projects.length]
  if (!project) throw new Error('There is no itemised project.')
  const number = await db.$transaction(async (tx) => {
    await tx.text.updateMany({
      where: { projectId: project.id, part: 'text', language: 'en' },
      data: { body: `Revision ${count}` },
    })
    return recordRevision(tx, {
      kind: 'project',
      reference: project.reference,
      action: 'text_changed',
      citations: [],
      actor: { role: 'register', side: null, officerId: null },
    })
  })
  // Not console.log, which may still hold the line when the process is killed.
  writeSync(1, `${number}\n`)
}
