/** What is wrong with one field of a form: a key of messages `refusals.fields`. */
export const problemCodes = [
  'required',
  'too_long',
  'not_a_day',
  'not_a_date',
  'not_an_address',
  'future_day',
  'before_conference',
  'no_later_step',
  'before_live',
  'citation_required',
  'quote_or_locator',
  'reason_required',
  'no_such_source',
  'source_held',
  'not_a_time',
  'past_time',
  'no_such_reference',
  'already_taken',
  'beyond_announced',
  'outside_not_counted',
  'field_required',
  'text_required',
  'kind_required',
  'party_required',
  'not_positive',
  'not_followed',
  'no_original',
  'proposal_unread',
  'named_twice',
  'other_side',
  'not_own_side',
  'not_editor',
  'needs_other_side',
  'quote_of_another',
] as const
export type ProblemCode = (typeof problemCodes)[number]

export function isProblemCode(code: string): code is ProblemCode {
  return (problemCodes as readonly string[]).includes(code)
}

/** A field by its path in the input (`note.en`, `citation.quote`), and what is wrong with it. */
export type FieldProblem = { field: string; code: ProblemCode }

/** What a schema finds wrong, field by field. Its messages are codes; what has none is required. */
export function problemsIn(
  issues: readonly { path: readonly PropertyKey[]; message: string }[] = [],
  /** The field of the form that a path is about. */
  fieldOf: (path: string) => string = (path) => path,
): FieldProblem[] {
  return issues.map(({ path, message }) => ({
    field: fieldOf(path.join('.')),
    code: isProblemCode(message) ? message : 'required',
  }))
}
