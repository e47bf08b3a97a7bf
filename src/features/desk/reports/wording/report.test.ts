import { describe, expect, test } from 'vitest'
import type { Language } from '@/i18n/language'
import {
  change,
  citation,
  passage,
  project,
  sampleReport,
  source,
} from '~/tests/support/desk/sample-report'
import type { ProgressReport } from '../model'
import { type Block, type Line, plainText } from './blocks'
import { fileNameOf, writeReport } from './report'

/** The text of the whole report, a line for each line. */
function textOf(report: ProgressReport, language: Language): string {
  const written = writeReport(report, language)
  const head = [written.title, plainText(written.scope), ...written.facts.map(plainText)]
  return [...head, ...written.blocks.flatMap(linesOf), ...written.about.lines.map(plainText)].join(
    '\n',
  )
}

function linesOf(block: Block): string[] {
  if (block.kind === 'entries') {
    return block.entries.flatMap(({ head, lines }) => [head, ...lines].map(plainText))
  }
  if (block.kind === 'table') return block.rows.map((row) => cellsOf(row).join(' | '))
  return [plainText(block.line)]
}

const cellsOf = (row: Line[][]) => row.map((lines) => lines.map(plainText).join(' / '))

/** The cells of the row that a reference names. */
function rowOf(report: ProgressReport, reference: string, language: Language = 'en'): string[] {
  const rows = writeReport(report, language).blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map(cellsOf) : [],
  )
  return rows.find(([name]) => name === reference) ?? []
}

describe.each([
  ['zh-Hant', '項目：公布65項 · 已列明34項 · 相差31項', '截至2026年11月24日（香港時間）'],
  ['zh-Hans', '项目：公布65项 · 已列明34项 · 相差31项', '截至2026年11月24日（香港时间）'],
  [
    'en',
    'Projects: 65 announced · 34 with details published · a difference of 31',
    'As it was on 24 November 2026 (Hong Kong time)',
  ],
] as const)('in %s', (language, reckoning, asAt) => {
  const text = textOf(sampleReport(), language)

  test('the day and the reckoning are told', () => {
    expect(text).toContain(reckoning)
    expect(text).toContain(asAt)
  })

  test('no message is missing', () => {
    expect(text).not.toMatch(/\b(reports|progress|documents|revisions|sources)\.\w/)
  })

  test('the log’s head is dated in Hong Kong', () => {
    expect(text).toContain(language === 'en' ? '(1 November 2026)' : '（2026年11月1日）')
  })
})

test('a project says where it stands, as of when, who says so and why, what the sides say, and its notes', () => {
  expect(rowOf(sampleReport(), '6-4.2')).toEqual([
    '6-4.2',
    '金庫 (in Traditional Chinese)[1]',
    'Behind schedule[2][1]',
    '26 June 2025',
    'Both sides / ✓ Confirmed by the Hong Kong side',
    'The first vault\nhas opened / Reason: Approval took longer / ' +
      'Differing view of the Shanghai side: It is still on trial[2]',
  ])
})

test('an item of which nothing was heard for nine months says so', () => {
  expect(rowOf(sampleReport(), '6-4.1')).toEqual([
    '6-4.1',
    'A financial project[1]',
    'Not reported',
    '—',
    '—',
    'No news for over nine months (last: 26 April 2024)',
  ])
  const [conference] = sampleReport().conferences
  const [field] = conference?.fields ?? []
  const [, behind] = field?.projects ?? []
  if (!conference || !field || !behind) throw new Error('The sample has lost its project.')
  const silent = project({ ...behind, withoutNewsSince: '2025-06-26' })
  const fields = [{ ...field, projects: [silent] }]
  const report = sampleReport({ conferences: [{ ...conference, fields }] })
  expect(rowOf(report, '6-4.2').at(-1)).toMatch(/No news for over nine months$/)
})

test('a document that is not known to be counted is marked, and its parties are named', () => {
  expect(rowOf(sampleReport(), '6-m01')).toEqual([
    '6-m01',
    'Memorandum (not counted in the announced total, or not known to be)[2]',
    'Memorandum',
    '26 April 2024',
    'Hong Kong / Shanghai (witness)',
    'Signed',
  ])
})

test('notes are numbered in the order of their calls, and one citation is one note', () => {
  const { notes } = writeReport(sampleReport(), 'en')
  expect(notes.map(plainText)).toEqual([
    'Example Bureau, government announcement, 26 June 2025, ‘A vault opens’. Location in source: p. 3. ' +
      'https://example.org/要聞?a=1&b=2',
    'Example Bureau, government announcement, 26 June 2025, ‘A vault opens’. ' +
      '“opened its first vault <in Hong Kong> & beyond”. https://example.org/要聞?a=1&b=2',
  ])
  expect(notes[0]?.at(-1)).toMatchObject({ kind: 'link', href: source.url })
})

test('a quote in another language than the report’s says so, and carries its language', () => {
  const [, note = []] = writeReport(sampleReport(), 'zh-Hant').notes
  expect(plainText(note)).toContain('（引文為英文）')
  const quoted = note.find((piece) => piece.kind === 'words' && piece.text.includes('vault <'))
  expect(quoted).toMatchObject({ language: 'en' })
})

test('an address that is not UTF-8 behind its percent signs is shown as it is', () => {
  const odd = { ...citation, source: { ...source, url: 'https://example.org/%E8%A6?x=%20' } }
  const [conference] = sampleReport().conferences
  if (!conference) throw new Error('The sample has lost its conference.')
  const fields = [
    { reference: '6-4', name: passage('金融'), projects: [project({ citations: [odd] })] },
  ]
  const report = sampleReport({ conferences: [{ ...conference, fields }] })
  expect(plainText(writeReport(report, 'en').notes[0] ?? [])).toContain(
    'https://example.org/%E8%A6?x=%20',
  )
})

describe('a change', () => {
  const told = (difference: Parameters<typeof change>[0], language: Language = 'en') => {
    const entries = [change(difference)]
    const changes = { since: '2026-08-24', withFirstEntries: true, entries, wording: 0 }
    const { blocks } = writeReport(sampleReport({ changes }), language)
    const block = blocks.find(({ kind }) => kind === 'entries')
    return block ? linesOf(block) : []
  }

  test('is told before and after, with the day in Hong Kong and its notes', () => {
    expect(told({})).toEqual([
      '6-4.2 The vault · 1 November 2026 · Status published[2]',
      'Status: Not reported → In progress',
      'As of: 26 June 2025',
      'Stated by: Both sides',
      'Status note: The first vault has opened',
    ])
  })

  test('that took something away says that nothing is left', () => {
    const changes = [{ path: 'signedOn', language: null, before: '2024-04-26', after: null }]
    expect(told({ changes }).slice(1)).toEqual(['Date of signing: 26 April 2024 → (nothing)'])
  })

  test('of a passage is told in the report’s language, else in another one that is named', () => {
    const changes = (['zh-Hant', 'zh-Hans'] as const).map((language) => ({
      path: `texts.title.${language}`,
      language,
      before: null,
      after: passage('新的標題')['zh-Hant'],
    }))
    expect(told({ changes }, 'zh-Hans').slice(1)).toEqual(['标题：新的標題'])
    expect(told({ changes }, 'en').slice(1)).toEqual(['Title: 新的標題 (in Traditional Chinese)'])
  })

  test('of where a wording comes from says that, and the words once', () => {
    const before = passage('金庫', 'The vault').en
    const after = before && {
      ...before,
      origin: 'official',
      reviewedAt: '2026-10-31T16:30:00.000Z',
    }
    const changes = [{ path: 'texts.title.en', language: 'en' as const, before, after }]
    expect(told({ action: 'text_changed', changes }).slice(1)).toEqual([
      'Title: The vault Unofficial translation; the Chinese original prevails. Not yet reviewed. → ' +
        'Official wording. Reviewed on 1 November 2026, 00:30',
    ])
  })

  test('of parties and sources names them', () => {
    const changes = [
      {
        path: 'parties',
        language: null,
        before: [],
        after: [{ organisation: 'doj-hk', role: 'party' }],
      },
      {
        path: 'citations',
        language: null,
        before: [{ source: source.slug, quote: 'x', locator: null }],
        after: [],
      },
    ]
    expect(told({ changes }).slice(1)).toEqual([
      'Parties: Department of Justice',
      'Sources: Example Bureau · 26 June 2025 · A vault opens · x → (nothing)',
    ])
  })

  test('by which a side confirmed is told by the side', () => {
    const path = 'statement.confirmations.SH'
    const changes = [
      { path: `${path}.stance`, language: null, before: null, after: 'confirms' },
      { path: `${path}.at`, language: null, before: null, after: '2026-10-31T16:30:00.000Z' },
      { path: `${path}.citations`, language: null, before: null, after: [] },
    ]
    expect(told({ action: 'confirmed', changes }).slice(1)).toEqual(['Shanghai side: confirms'])
  })

  test('that corrects is marked with its reason, and so is what was corrected', () => {
    const correction = { corrects: 230, correctionReason: { 'zh-Hant': '日期有誤' }, changes: [] }
    expect(told(correction).slice(1)).toEqual([
      'Correction of log no. 230',
      'Why: 日期有誤 (in Traditional Chinese)',
    ])
    expect(told({ correctedBy: [240], changes: [] }).slice(1)).toEqual([
      'Since corrected by log no. 240',
    ])
  })

  test('that entered an item is told in one line', () => {
    expect(told({ action: 'entered', revision: 1 })).toHaveLength(1)
  })
})

test('no changes is said, and whether first entries were looked at', () => {
  const changes = { since: '2026-08-24', withFirstEntries: false, entries: [], wording: 0 }
  const ofWording = textOf(sampleReport({ changes: { ...changes, wording: 3 } }), 'en')
  expect(ofWording).toContain('3 corrections of wording or kind only are not listed here')
  expect(ofWording).not.toContain('Only initial entries were recorded')
  expect(textOf(sampleReport({ changes }), 'en')).toContain('Only initial entries were recorded')
  const all = { ...changes, withFirstEntries: true }
  expect(textOf(sampleReport({ changes: all }), 'en')).toContain('Nothing was changed')
})

test('of a part of a conference the totals are said to be the whole’s, and no slots are listed', () => {
  const whole = textOf(sampleReport(), 'en')
  expect(whole).toContain('31 more announced, details not published')
  expect(whole).toContain('15 more documents were announced')
  expect(whole).not.toContain('those of the whole session')
  const [conference] = sampleReport().conferences
  if (!conference) throw new Error('The sample has lost its conference.')
  const part = textOf(sampleReport({ conferences: [{ ...conference, isWhole: false }] }), 'en')
  expect(part).toContain('those of the whole session')
  expect(part).toContain('65 announced')
  expect(part).not.toContain('31 more announced')
})

test('an empty scope says so', () => {
  const counts = { projects: [], documents: [] }
  const report = sampleReport({ scope: { kind: 'mine', fields: ['6-4'] }, counts, conferences: [] })
  expect(textOf(report, 'en')).toContain('No project or document with details published')
  expect(textOf(report, 'en')).toContain('Fields in charge: 6-4')
})

test('several conferences stand one after the other, each under its name', () => {
  const [sixth] = sampleReport().conferences
  if (!sixth) throw new Error('The sample has lost its conference.')
  const fifth = { ...sixth, reference: '5', name: passage('第五次會議', 'Fifth Session') }
  const scope = { kind: 'mine', fields: [] } as const
  const { blocks } = writeReport(sampleReport({ scope, conferences: [sixth, fifth] }), 'en')
  const headings = blocks.flatMap((block) =>
    block.kind === 'heading' ? [`${block.level} ${plainText(block.line)}`] : [],
  )
  expect(headings).toEqual([
    '1 Summary',
    '1 Sixth Session',
    '2 Projects by field',
    '3 6-4 Finance',
    '2 Documents',
    '1 Fifth Session',
    '2 Projects by field',
    '3 6-4 Finance',
    '2 Documents',
    '1 Changes since 24 August 2026',
  ])
})

test.each([
  ['zh-Hant', '滬港合作進展報告-6-2026-11-24'],
  ['zh-Hans', '沪港合作进展报告-6-2026-11-24'],
  ['en', 'hong-kong-shanghai-progress-report-6-2026-11-24'],
] as const)('a file in %s is called %s', (language, name) => {
  expect(fileNameOf(sampleReport(), language)).toBe(name)
})
