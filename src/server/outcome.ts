/**
 * What a command answers: done, or one of the refusals that are expected.
 * `Reason` is a message key (messages/zh-Hant/refusals.json), so that one without a translation does not compile.
 */
export type Outcome<Value, Refused extends { reason: string }> =
  | ({ ok: true } & Value)
  | ({ ok: false } & Refused)
