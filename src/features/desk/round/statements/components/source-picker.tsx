'use client'

import { useTranslations } from 'next-intl'
import { type ChangeEvent, useRef, useState } from 'react'
import { Field } from '@/components/forms/field'
import type { FieldProblem } from '@/components/forms/problems'
import { useScripts } from '@/components/forms/use-scripts'
import { heldUnder, type SourceChoice } from '@/features/register/sources/model'
import { languageTags } from '@/i18n/language'

/**
 * A source of the register, the ones that the item rests on first. Where JavaScript runs a box finds one by
 * its words or its pasted address; the list itself is always there.
 */
export function SourcePicker({
  place,
  chosen,
  problems,
  sources,
}: {
  /** The path of the citation in its form: `citation`, `citations.0`. */
  place: string
  chosen: string
  problems: FieldProblem[]
  sources: SourceChoice[]
}) {
  const t = useTranslations('desk.form.source')
  const list = useRef<HTMLDivElement>(null)
  const [found, setFound] = useState<string | null>(null)
  const hasScripts = useScripts()

  function find(event: ChangeEvent<HTMLInputElement>) {
    const source = sourceNamed(sources, event.target.value)
    setFound(source?.label ?? null)
    const select = list.current?.querySelector('select')
    if (!source || !select || select.value === source.slug) return
    select.value = source.slug
    emptyPlace(select, place)
  }

  const own = (name: string) => `${name}-${place.replace('.', '-')}`
  const used = sources.filter((source) => source.used > 0)
  const others = sources.filter((source) => source.used === 0)
  const options = (group: SourceChoice[]) =>
    group.map(({ slug, label, language }) => (
      <option key={slug} value={slug} lang={languageTags[language]}>
        {label}
      </option>
    ))
  return (
    <div ref={list} className="desk-if-existing desk-columns">
      <div className={hasScripts ? 'desk-field' : 'desk-field awaits-scripts'}>
        <label htmlFor={own('find-source')}>{t('find')}</label>
        <input
          id={own('find-source')}
          type="search"
          list={own('sources')}
          autoComplete="off"
          onChange={find}
          aria-describedby={own('found-source')}
        />
        <datalist id={own('sources')}>
          {sources.map(({ slug, label }) => (
            <option key={slug} value={label} />
          ))}
        </datalist>
        <p id={own('found-source')} className="desk-hint" role="status">
          {found ? t('found', { source: found }) : t('findHint')}
        </p>
      </div>
      <Field name={`${place}.source.slug`} label={t('choose')} problems={problems}>
        {(props) => (
          <select
            {...props}
            defaultValue={chosen}
            onChange={(event) => emptyPlace(event.target, place)}
          >
            <option value="">{t('chooseOne')}</option>
            {used.length > 0 && <optgroup label={t('used')}>{options(used)}</optgroup>}
            <optgroup label={t('others')}>{options(others)}</optgroup>
          </select>
        )}
      </Field>
    </div>
  )
}

/** The address of a new source. One that is held already is said while it is typed, and can be taken. */
export function AddressField({
  place,
  value,
  problems,
  sources,
}: {
  place: string
  value: string
  problems: FieldProblem[]
  sources: SourceChoice[]
}) {
  const t = useTranslations('desk.form.source')
  const box = useRef<HTMLInputElement>(null)
  const [held, setHeld] = useState<SourceChoice | null>(null)

  function take() {
    const form = box.current?.form
    if (!form || !held) return
    const kind = form.querySelector<HTMLInputElement>(
      `input[name="${place}.source.kind"][value="existing"]`,
    )
    const select = form.querySelector<HTMLSelectElement>(`select[name="${place}.source.slug"]`)
    if (!kind || !select) return
    kind.checked = true
    select.value = held.slug
    select.dispatchEvent(new Event('input', { bubbles: true }))
    select.focus()
  }

  return (
    <Field name={`${place}.source.url`} label={t('url')} hint={t('urlHint')} problems={problems}>
      {(props) => (
        <>
          <input
            {...props}
            ref={box}
            type="url"
            defaultValue={value}
            onChange={(event) => setHeld(sourceAt(sources, event.target.value))}
          />
          <div role="status">
            {held && (
              <p className="desk-line desk-hint">
                <span>{t('held', { source: held.label })}</span>
                <button type="button" className="desk-button-slight" onClick={take}>
                  {t('take')}
                </button>
              </p>
            )}
          </div>
        </>
      )}
    </Field>
  )
}

/** Empties the quote and the place in the source: they were those of another one. */
function emptyPlace(select: HTMLSelectElement, place: string) {
  for (const name of ['quote', 'locator']) {
    const box = select.form?.elements.namedItem(`${place}.${name}`)
    if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) box.value = ''
  }
}

function sourceNamed(sources: readonly SourceChoice[], words: string): SourceChoice | null {
  return sources.find(({ label }) => label === words) ?? sourceAt(sources, words)
}

function sourceAt(sources: readonly SourceChoice[], address: string): SourceChoice | null {
  return /^https?:\/\//i.test(address.trim()) ? heldUnder(address, sources) : null
}
