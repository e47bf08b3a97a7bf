import type { ProgressReport, ReportedChange, ReportedProject } from '@/features/desk/reports/model'
import type { ShownCitation, ShownSource } from '@/features/register/sources/model'
import type { LocalizedText, TextEntry } from '@/i18n/localized-text'
import { cities, hongKong, shanghai } from '../register/cities'

/** A passage as printed in Traditional Chinese, with a translation where one is given. */
export function passage(traditional: string, english?: string): LocalizedText {
  const entry = (body: string, origin: TextEntry['origin']): TextEntry => ({
    body,
    origin,
    originDetail: null,
    derivedFromHash: null,
    reviewedAt: null,
  })
  return {
    'zh-Hant': entry(traditional, 'as_printed'),
    ...(english ? { en: entry(english, 'unofficial_translation') } : {}),
  }
}

export const source: ShownSource = {
  slug: 'example-2025-06-26',
  publisherNames: {},
  publisher: 'Example Bureau',
  publishedOn: '2025-06-26',
  title: 'A vault opens',
  kind: 'government',
  language: 'en',
  url: 'https://example.org/%E8%A6%81%E8%81%9E?a=1&b=2',
  note: {},
}

export const citation: ShownCitation = {
  source,
  quote: 'opened its first vault <in Hong Kong> & beyond',
  locator: null,
}

/** A project that stands as the change says; not reported, and without news, unless it says otherwise. */
export function project(change: Partial<ReportedProject> = {}): ReportedProject {
  return {
    reference: '6-4.1',
    title: passage('金融項目', 'A financial project'),
    state: 'not_reported',
    statement: null,
    withoutNewsSince: '2024-04-26',
    citations: [{ ...citation, locator: 'p. 3', quote: null }],
    ...change,
  }
}

/** A change of the state of 6-4.2, from not reported to in progress, unless it says otherwise. */
export function change(difference: Partial<ReportedChange> = {}): ReportedChange {
  return {
    number: 231,
    kind: 'project',
    reference: '6-4.2',
    revision: 2,
    action: 'status_published',
    recordedAt: '2026-10-31T16:30:00.000Z',
    title: passage('金庫', 'The vault'),
    actor: { role: 'editor', side: 'HK', city: hongKong },
    approver: { role: 'reviewer', side: 'HK', city: hongKong },
    citations: [{ source: source.slug, quote: citation.quote, locator: null }],
    corrects: null,
    correctsRevision: null,
    correctsWording: false,
    correctedByRevisions: [],
    correctionReason: null,
    correctedBy: [],
    changes: [
      { path: 'state', language: null, before: 'not_reported', after: 'in_progress' },
      {
        path: 'statement',
        language: null,
        before: null,
        after: {
          asOf: '2025-06-26',
          assertedBy: 'both_sides',
          texts: { note: passage('首個倉庫已經啟用', 'The first vault has opened') },
          citations: [{ source: source.slug, quote: citation.quote, locator: null }],
        },
      },
    ],
    ...difference,
  }
}

/** A report of one field with two projects and a document. */
export function sampleReport(difference: Partial<ProgressReport> = {}): ProgressReport {
  const announced = (number: number) => ({ number, citations: [] })
  return {
    scope: { kind: 'conference', reference: '6', name: passage('第六次會議', 'Sixth Session') },
    asAt: '2026-11-24',
    head: { number: 231, recordedAt: '2026-10-31T16:30:00.000Z' },
    outside: [],
    conferences: [
      {
        reference: '6',
        name: passage('第六次會議', 'Sixth Session'),
        heldOn: '2024-04-26',
        announced: {
          fields: announced(15),
          projects: announced(65),
          documents: announced(20),
        },
        itemised: { fields: 15, projects: 34, documents: 5 },
        slots: { projects: 31, documents: 15 },
        isWhole: true,
        fields: [
          {
            reference: '6-4',
            name: passage('金融', 'Finance'),
            projects: [
              project(),
              project({
                reference: '6-4.2',
                title: passage('金庫'),
                state: 'behind',
                withoutNewsSince: null,
                statement: {
                  asOf: '2025-06-26',
                  assertedBy: 'both_sides',
                  note: passage('首個倉庫\n已經啟用', 'The first vault\nhas opened'),
                  reason: passage('審批需時', 'Approval took longer'),
                  citations: [citation, { ...citation, quote: null, locator: 'p. 3' }],
                  sides: cities,
                  confirmations: [
                    {
                      side: 'HK',
                      stance: 'confirms',
                      note: {},
                      citations: [],
                    },
                    {
                      side: 'SH',
                      stance: 'differs',
                      note: passage('仍在試行', 'It is still on trial'),
                      citations: [citation],
                    },
                  ],
                },
              }),
            ],
          },
        ],
        documents: [
          {
            reference: '6-m01',
            title: passage('備忘錄', 'Memorandum'),
            kind: 'memorandum',
            signedOn: '2024-04-26',
            counted: 'unclear',
            parties: [
              {
                slug: 'hk',
                side: 'HK',
                city: hongKong,
                role: 'party',
                name: passage('香港', 'Hong Kong'),
              },
              {
                slug: 'sh',
                side: 'SH',
                city: shanghai,
                role: 'witness',
                name: passage('上海', 'Shanghai'),
              },
            ],
            state: 'signed',
            statement: null,
            withoutNewsSince: null,
            citations: [citation],
          },
        ],
      },
    ],
    counts: {
      projects: [
        { state: 'not_reported', count: 1 },
        { state: 'behind', count: 1 },
      ],
      documents: [{ state: 'signed', count: 1 }],
    },
    changes: { since: '2026-08-24', withFirstEntries: false, entries: [change()], wording: 0 },
    sources: { [source.slug]: source },
    names: {
      'doj-hk': passage('律政司', 'Department of Justice'),
      HK: hongKong.name,
      SH: shanghai.name,
    },
    ...difference,
  }
}
