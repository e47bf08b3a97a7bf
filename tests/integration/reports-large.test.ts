import { randomUUID } from 'node:crypto'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { writeDocument } from '../../src/features/reports/document/write-document'
import { progressReport } from '../../src/features/reports/queries/progress-report'
import { writeReport } from '../../src/features/reports/wording/report'
import { freshDatabase } from '../support/database'

const db = freshDatabase()

test('a conference of 500 items is written in less than three seconds', async () => {
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
  // The process's own work: what else the machine does at the time is no part of it.
  const began = process.cpuUsage()
  const report = await progressReport({ conference: '6' }, { fields: [] })
  if (!report) throw new Error('There is no report.')
  const file = await writeDocument(writeReport(report, 'zh-Hant'), new Date().toISOString())
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1e6).toBeLessThan(3)
  const [conference] = report.conferences
  const projects = conference?.fields.flatMap((one) => one.projects) ?? []
  expect(projects.length + (conference?.documents.length ?? 0)).toBeGreaterThan(500)
  const { value } = await mammoth.extractRawText({ buffer: file })
  expect(value).toContain('6-1.569')
})
