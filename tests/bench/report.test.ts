import { randomUUID } from 'node:crypto'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { writeDocument } from '@/features/desk/reports/formats/write-document'
import { progressReport } from '@/features/desk/reports/queries/progress-report'
import { writeReport } from '@/features/desk/reports/wording/report'
import { freshDatabase } from '../support/server/database'

const db = freshDatabase()

/** The report of the sixth session as a file, and the processor time that it took: other work of the machine is no part of it. */
async function write() {
  const began = process.cpuUsage()
  const report = await progressReport({ conference: '6' }, { fields: [] })
  if (!report) throw new Error('There is no report.')
  const file = await writeDocument(writeReport(report, 'zh-Hant'), new Date().toISOString())
  const { user, system } = process.cpuUsage(began)
  return { report, file, seconds: (user + system) / 1e6 }
}

test('a report of 500 items takes no longer an item than one of fifty', async () => {
  // Once to warm up.
  await write()
  const small = await write()
  const field = await db().field.findUniqueOrThrow({
    where: { reference: '6-1' },
    include: { projects: { include: { texts: true, citations: true }, take: 1 } },
  })
  const [model] = field.projects
  const [citation] = model?.citations ?? []
  if (!model || !citation) throw new Error('The field has no project with a source.')
  const more = Array.from({ length: 470 }, (_, index) => ({ id: randomUUID(), index }))
  // Together, for an itemised project without its text is refused.
  await db().$transaction(async (tx) => {
    await tx.project.createMany({
      data: more.map(({ id, index }) => ({
        id,
        reference: `6-1.${100 + index}`,
        conferenceId: field.conferenceId,
        fieldId: field.id,
        position: 1000 + index,
        itemised: true,
      })),
    })
    await tx.text.createMany({
      data: more.flatMap(({ id: projectId }) =>
        model.texts.map(({ part, language, body, origin, derivedFromHash }) => ({
          projectId,
          part,
          language,
          body,
          origin,
          derivedFromHash,
        })),
      ),
    })
    await tx.citation.createMany({
      data: more.map(({ id: projectId, index }) => ({
        projectId,
        sourceId: citation.sourceId,
        locator: `${index}`,
        position: 0,
      })),
    })
  })
  const { report, file, seconds } = await write()
  const ratio = seconds / small.seconds
  console.log(`500 items: ${seconds.toFixed(2)} s, ${ratio.toFixed(1)} times as long as 50`)
  expect(ratio).toBeLessThan(15)
  const [conference] = report.conferences
  const projects = conference?.fields.flatMap((one) => one.projects) ?? []
  expect(projects.length + (conference?.documents.length ?? 0)).toBeGreaterThan(500)
  const { value } = await mammoth.extractRawText({ buffer: file })
  expect(value).toContain('6-1.569')
})
