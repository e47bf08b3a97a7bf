import { z } from 'zod'
import { type Language, languages } from '@/i18n/language'
import { lenient } from '@/i18n/parameter'

const reference = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const yes = z.literal('1')

const schema = z.object({
  /** The whole of a conference. */
  conference: lenient(reference),
  /** One field. */
  field: lenient(reference),
  /** What is in the officer's own charge. */
  mine: lenient(yes),
  /** The first day, in Hong Kong, of the changes told. */
  since: lenient(z.iso.date()),
  /** The language of the report, which may be another than the page's. */
  language: lenient(z.enum(languages)),
  /** Whether first entries are told among the changes. */
  entered: lenient(yes),
})

/** Which report is asked for. At most one of `conference`, `field` and `mine` is there; what is left out is not asked. */
export type ReportFilter = {
  conference?: string
  field?: string
  mine?: '1'
  /** ISO day. */
  since?: string
  language?: Language
  entered?: '1'
}

/** Reads the filter from an address. Bad values are dropped; of several scopes the narrowest stays. */
export function readReportFilter(
  params: Record<string, string | string[] | undefined>,
): ReportFilter {
  const { conference, field, mine, ...rest } = schema.parse({ ...params, ...ofParams(params.of) })
  const scope = field ? { field } : mine ? { mine } : { conference }
  return Object.fromEntries(
    Object.entries({ ...scope, ...rest }).filter(([, value]) => value !== undefined),
  )
}

/** Writes the filter as the parameters of an address; reading them gives the same filter. */
export function writeReportFilter(filter: ReportFilter): Record<string, string> {
  return Object.fromEntries(
    Object.keys(schema.shape).flatMap((key) => {
      const value = filter[key as keyof ReportFilter]
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

/** The scope of a filter as one value of the form's list, where a list has one name for three parameters: `conference 6`, `field 6-4`, `mine 1`. */
export function scopeChoice(filter: Pick<ReportFilter, 'conference' | 'field' | 'mine'>): string {
  const [key = '', value = ''] = Object.entries(writeReportFilter(filter))[0] ?? []
  return `${key} ${value}`
}

/** What the form's list of scopes sends, as the parameter that it stands for; it takes the place of the others. */
function ofParams(of: string | string[] | undefined): Record<string, string | undefined> {
  const chosen = /^(conference|field|mine) (\S+)$/.exec(String(of ?? ''))
  if (!chosen?.[1]) return {}
  return { conference: undefined, field: undefined, mine: undefined, [chosen[1]]: chosen[2] }
}
