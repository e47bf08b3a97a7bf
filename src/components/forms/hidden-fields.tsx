import { useLocale } from 'next-intl'

/** What a form sends back besides its fields: these values, and the language of its page. */
export function HiddenFields({ values }: { values: Record<string, string | number | undefined> }) {
  const language = useLocale()
  return Object.entries({ ...values, language }).map(([name, value = '']) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
