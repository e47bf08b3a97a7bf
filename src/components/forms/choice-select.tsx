'use client'

import { useTranslations } from 'next-intl'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { type ControlProps, Field } from './field'
import { useScripts } from './use-scripts'

/** One thing to choose. Options of one group stand together under its name. `lang` is the label's, where it is not the page's. */
export type Option = { value: string; label: string; group?: string; lang?: string }

type Props = {
  options: readonly Option[]
  value: string
  /** What no choice is called. */
  blank: string
}

/** A shorter list is read faster than searched. */
const worthSearching = 12

/**
 * A choice among many: the browser's own list and, with JavaScript and while nothing is chosen, a box above a
 * long list that filters it by the words typed, in either Chinese script.
 */
export function ChoiceField({
  options,
  value,
  blank,
  ...field
}: Props & Omit<ComponentProps<typeof Field>, 'children'>) {
  return (
    <Field {...field}>
      {(control) => (
        <ChoiceSelect control={control} options={options} value={value} blank={blank} />
      )}
    </Field>
  )
}

function ChoiceSelect({ control, options, value, blank }: Props & { control: ControlProps }) {
  const t = useTranslations('edits.form')
  const [chosen, setChosen] = useState(value)
  const list = useRef<HTMLSelectElement>(null)
  const [words, setWords] = useState<string[]>([])
  const [folded, setFolded] = useState<ReadonlyMap<string, string> | null>(null)
  const hasScripts = useScripts()

  // The select is uncontrolled: what was chosen before hydration is read from it, not reset.
  // biome-ignore lint/correctness/useExhaustiveDependencies: Once, after hydration.
  useEffect(() => {
    const already = list.current?.value ?? value
    if (already !== value) setChosen(already)
  }, [])

  async function search(typed: string) {
    const { fold } = await import('@/i18n/fold')
    setFolded(
      (known) =>
        known ??
        new Map(
          options.map((one) => [one.value, fold(`${one.label} ${one.group ?? ''} ${one.value}`)]),
        ),
    )
    setWords(fold(typed).split(' ').filter(Boolean))
  }

  const shown = options.filter(
    (one) =>
      one.value === chosen || words.every((word) => folded?.get(one.value)?.includes(word) ?? true),
  )
  const isKnown = chosen === '' || options.some((one) => one.value === chosen)
  return (
    <div className="editor-choice">
      {value === '' && options.length >= worthSearching && (
        <div className={hasScripts ? 'editor-find' : 'editor-find awaits-scripts'}>
          <input
            type="search"
            aria-label={t('find')}
            placeholder={t('find')}
            aria-controls={control.id}
            autoComplete="off"
            onChange={(event) => search(event.target.value)}
            onKeyDown={(event) => {
              // The Enter key would send the form.
              if (event.key === 'Enter') event.preventDefault()
            }}
          />
          <output>
            {words.length > 0 && t('shown', { shown: shown.length, total: options.length })}
          </output>
        </div>
      )}
      <select
        {...control}
        ref={list}
        defaultValue={value}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{blank}</option>
        {!isKnown && <option value={chosen}>{chosen}</option>}
        {grouped(shown).map(([group, inGroup]) =>
          group === '' ? (
            inGroup.map((one) => <OptionOf key={one.value} option={one} />)
          ) : (
            <optgroup key={group} label={group}>
              {inGroup.map((one) => (
                <OptionOf key={one.value} option={one} />
              ))}
            </optgroup>
          ),
        )}
      </select>
    </div>
  )
}

function OptionOf({ option: { value, label, lang } }: { option: Option }) {
  return (
    <option value={value} lang={lang}>
      {label}
    </option>
  )
}

function grouped(options: readonly Option[]): [string, Option[]][] {
  const groups = new Map<string, Option[]>()
  for (const option of options) {
    const group = option.group ?? ''
    groups.set(group, [...(groups.get(group) ?? []), option])
  }
  return [...groups]
}
