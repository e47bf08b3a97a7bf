import type { FormValues } from '@/features/desk/round/submissions/model/form-fields'
import { convertTo } from '@/i18n/conversion'
import type { Language } from '@/i18n/language'

/**
 * The values with a passage proposed in one Chinese script from the other. Simplified is marked as a conversion.
 * Traditional is only a proposal: it is marked to be read, and not submitted before a person says so.
 */
export function withProposal(
  values: Readonly<FormValues>,
  part: string,
  language: Language,
): FormValues {
  const [to, from] =
    language === 'zh-Hans' ? (['zh-Hans', 'zh-Hant'] as const) : (['zh-Hant', 'zh-Hans'] as const)
  const source = values[`texts.${part}.${from}.body`] ?? ''
  if (!source.trim()) return { ...values }
  const name = `texts.${part}.${to}`
  // A proposal must not overwrite what was typed.
  if (to === 'zh-Hant' && values[`${name}.body`]?.trim()) return { ...values }
  const { [`${name}.checked`]: _, ...rest } = values
  return {
    ...rest,
    [`${name}.body`]: convertTo(to, source),
    [`${name}.origin`]: 'script_conversion',
    ...(to === 'zh-Hant' ? { [`${name}.proposed`]: 'on' } : {}),
  }
}

/** The checkboxes that confirm a Traditional proposal as read, as far as they are not ticked. */
export function unreadProposals(values: Readonly<FormValues>): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const text = value === 'on' && /^(texts\..+\.zh-Hant)\.proposed$/.exec(name)?.[1]
    if (!text || values[`${text}.checked`] === 'on' || !values[`${text}.body`]?.trim()) return []
    return [`${text}.checked`]
  })
}
