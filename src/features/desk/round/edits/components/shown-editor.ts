import type { ReactNode } from 'react'
import type { Option } from '@/components/forms/choice-select'
import type { FieldProblem } from '@/components/forms/problems'
import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import type { HeldSource } from '@/features/register/sources/model'
import type { NamedFact, NamedKind } from '@/features/register/subjects/model/kinds'
import type { Language } from '@/i18n/language'

/** A source to cite, as a form lists it. */
export type SourceOption = HeldSource & { label: string }

/** A fact as its form shows it, with the words of its choices. */
export type ShownFact = {
  field: NamedFact
  /** What a `choice` can be. */
  options: Option[]
}

/** A passage as its form shows it. */
export type ShownPart = {
  part: string
  /** What the glossary says of it. */
  notes: ReactNode
  isRequired: boolean
  /** Of each language held: who has reviewed it, in words, and whether its original has changed since. */
  held: Partial<Record<Language, { reviewed: string; isStale: boolean; isOriginal: boolean }>>
}

/** All that the fields of an editor draw from. */
export type ShownEditor = {
  values: FormValues
  problems: FieldProblem[]
  /** What facts can name, in words. */
  named: Record<NamedKind, Option[]>
  sources: SourceOption[]
  /** The row of a list that was asked for, which is shown though it is blank. */
  at: string | null
  /** Whether the subject has its permanent reference. */
  isHeld: boolean
  /** Whether it is a slot as yet. */
  isSlot: boolean
}
