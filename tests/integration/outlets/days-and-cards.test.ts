import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { GET as badge } from '@/app/[locale]/badge/[kind]/[file]/route'
import { GET as calendar } from '@/app/[locale]/calendar.ics/route'
import { GET as card } from '@/app/[locale]/embed/[kind]/[reference]/route'
import { confirmStatement } from '@/features/desk/round/statements/commands/confirm-statement'
import { findItemToState } from '@/features/desk/round/statements/queries/items'
import { editorAndReviewer, newOfficer } from '~/tests/support/desk/officers'
import { publishSeen, sendStatement } from '~/tests/support/desk/rounds'
import { freshDatabase } from '~/tests/support/server/database'

const db = freshDatabase()

const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://127.0.0.1:3000${path}`, { headers })

async function eventsOf(locale: string) {
  const answer = await calendar(request(`/${locale}/calendar.ics`), {
    params: Promise.resolve({ locale }),
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const text = await answer.text()
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  return { events: events.map((one) => new ICAL.Event(one)), answer }
}

test('the calendar holds every conference, signing and development, each once and of one day', async () => {
  const expected =
    (await db().conference.count()) +
    (await db().document.count({ where: { itemised: true, signedOn: { not: null } } })) +
    (await db().development.count())
  for (const locale of ['tc', 'sc', 'en']) {
    const { events } = await eventsOf(locale)
    expect(events).toHaveLength(expected)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(expected)
    for (const event of events) {
      expect(event.startDate.isDate).toBe(true)
      expect(event.summary).not.toBe('')
      expect(String(event.component.getFirstPropertyValue('url'))).toContain(`/${locale}`)
    }
    const sixth = events.find(({ uid }) => uid.startsWith('conference-6-'))
    expect(sixth?.startDate.toString()).toBe('2024-04-26')
  }
})

test('a signing keeps its name when the document is revised, and says that it was', async () => {
  const before = (await eventsOf('en')).events.find(({ uid }) => uid.startsWith('document-6-d01-'))
  const [editor, reviewer] = await editorAndReviewer()
  await publishSeen(reviewer, await sendStatement(editor, '6-d01'))
  const { events, answer } = await eventsOf('en')
  const after = events.find(({ uid }) => uid === before?.uid)
  expect(after?.sequence).toBe((before?.sequence ?? 0) + 1)
  const stamp = (event: typeof after) => String(event?.component.getFirstPropertyValue('dtstamp'))
  expect(stamp(after) >= stamp(before)).toBe(true)
  const again = await calendar(
    request('/en/calendar.ics', { 'If-None-Match': answer.headers.get('etag') ?? '' }),
    { params: Promise.resolve({ locale: 'en' }) },
  )
  expect(again.status).toBe(304)
})

const cardOf = (kind: string, reference: string, locale = 'en') =>
  card(request(`/${locale}/embed/${kind}/${reference}`), {
    params: Promise.resolve({ locale, kind, reference }),
  })
const badgeOf = (kind: string, file: string, locale = 'en') =>
  badge(request(`/${locale}/badge/${kind}/${file}`), {
    params: Promise.resolve({ locale, kind, file }),
  })

test('a card and a badge follow what is published and confirmed', async () => {
  expect(await (await cardOf('projects', '6-5.1')).text()).not.toContain('✓')
  const [editor, reviewer] = await editorAndReviewer()
  await publishSeen(
    reviewer,
    await sendStatement(editor, '6-5.1', { state: 'completed', assertedBy: 'press' }),
  )
  const item = await findItemToState('6-5.1')
  const confirmed = await confirmStatement(await newOfficer('editor', { side: 'SH' }), {
    reference: '6-5.1',
    statementId: item?.live.statementId ?? '',
  })
  expect(confirmed.ok).toBe(true)
  const html = await (await cardOf('projects', '6-5.1', 'sc')).text()
  expect(html).toContain('<span>已完成</span>')
  expect(html).toContain('沪 ✓')
  expect(html).not.toContain('港 ✓')
  const svg = await badgeOf('projects', '6-5.1.svg', 'sc')
  expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  expect(await svg.text()).toContain('已完成')
  const field = await (await cardOf('fields', '6-5', 'tc')).text()
  expect(field).toContain('<span>已完成 1</span>')
})

test('of what is not there, there is no card and no badge', async () => {
  for (const [kind, reference] of [
    ['projects', '6-99.9'],
    ['fields', '9-9'],
    ['people', 'x'],
    ['projects', '..'],
  ] as const) {
    const answer = await cardOf(kind, reference)
    expect(answer.status, `${kind}/${reference}`).toBe(404)
    expect(await answer.text()).toContain('<h1>')
  }
  for (const [kind, file] of [
    ['projects', '6-99.9.svg'],
    ['projects', '6-4.2'],
    ['fields', '6-4.svg'],
  ] as const) {
    expect((await badgeOf(kind, file)).status, `${kind}/${file}`).toBe(404)
  }
})
