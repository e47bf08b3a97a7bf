'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Choices } from '@/components/forms/choice'
import { ChoiceField, type Option } from '@/components/forms/choice-select'
import { InputField } from '@/components/forms/input-field'
import { IntentButton } from '@/components/forms/intent-button'
import { Done } from '@/components/forms/outcome'
import {
  NewSourceFields,
  PlaceFields,
} from '@/features/desk/round/submissions/components/cited-fields'
import { isBlankCitation, rowsOf } from '@/features/desk/round/submissions/model/form-rows'
import { longestInSource } from '@/features/register/sources/input'
import { heldUnder, publisherAt } from '@/features/register/sources/model'
import { isLanguage, languages, languageTags } from '@/i18n/language'
import { sameAs } from '../model/form'
import { citationLists } from '../model/form-intents'
import { ListGroup, RowButtons } from './list-rows'
import type { ShownEditor } from './shown-editor'

type Props = {
  path: string
  legend: string
  hint?: string
  editor: ShownEditor
  /** Whether a blank one is shown at once: what the subject rests on is still to be said. */
  startsWithOne?: boolean
}

/** What a subject or a number rests on: a source of the register or a new one, and the place in it; as many as wanted. */
export function CitationRows({ path, legend, hint, editor, startsWithOne = false }: Props) {
  const t = useTranslations('edits.form')
  const held = rowsOf(editor.values, path)
  const next = (held.at(-1) ?? -1) + 1
  const isAsked = editor.at === `${path}.${next}`
  const rows = isAsked || startsWithOne || held.length === 0 ? [...held, next] : held
  return (
    <ListGroup
      path={path}
      legend={legend}
      problems={editor.problems}
      hint={hint}
      add={t('addCitation')}
    >
      {rows.map((row) => (
        <CitationRow key={row} path={path} row={row} editor={editor} isHeld={row < next} />
      ))}
    </ListGroup>
  )
}

function CitationRow({
  path,
  row,
  editor,
  isHeld,
}: {
  path: string
  row: number
  editor: ShownEditor
  isHeld: boolean
}) {
  const t = useTranslations('edits.form')
  const place = `${path}.${row}`
  const { values, problems, sources } = editor
  const value = (name: string) => values[`${place}.${name}`] ?? ''
  const isNew = value('source.kind') === 'new'
  const chosen = sources.find(({ slug }) => slug === value('source.slug'))
  const summary = isNew
    ? [value('source.publisher'), value('source.title')].filter(Boolean).join(' · ')
    : (chosen?.label ?? '')
  const language = isNew ? value('source.language') : chosen?.language
  const lang = language && isLanguage(language) ? { lang: languageTags[language] } : {}
  const isOpen =
    !isHeld ||
    editor.at === place ||
    value('held') === 'on' ||
    problems.some(({ field }) => field.startsWith(`${place}.`)) ||
    isBlankCitation(values, place)
  return (
    <details className="editor-citation" id={place} open={isOpen}>
      <summary>
        {t('row', { label: t('citation'), number: row + 1 })} <span {...lang}>{summary}</span>{' '}
        {value('quote') && <q {...lang}>{value('quote')}</q>}
      </summary>
      <CitedSource place={place} editor={editor} />
      <div className="desk-columns">
        <PlaceFields place={place} values={values} problems={problems} />
      </div>
      {isHeld && <RowButtons path={path} row={row} label={t('citation')} mayRise={row > 0} />}
    </details>
  )
}

/** The source of a citation. A new one begins with its address: one that is held already is chosen instead. */
function CitedSource({ place, editor }: { place: string; editor: ShownEditor }) {
  const t = useTranslations('edits.form')
  const box = useRef<HTMLDivElement>(null)
  const { values, problems, sources } = editor
  const value = (name: string) => values[`${place}.source.${name}`] ?? ''
  const kind = value('kind') || 'existing'

  const control = (name: string) =>
    box.current?.querySelector<HTMLInputElement | HTMLSelectElement>(
      `[name="${place}.source.${name}"]`,
    )
  /** As the button does on the server: choose what is held, fill in who publishes there. */
  function look(url: string) {
    const known = publisherAt(url, sources)
    const publisher = control('publisher')
    if (heldUnder(url, sources)) {
      box.current?.querySelector<HTMLButtonElement>('[data-look]')?.click()
    } else if (known && publisher?.value === '') {
      publisher.value = known.publisher
      const [sourceKind, language] = [control('sourceKind'), control('language')]
      if (sourceKind) sourceKind.value = known.kind
      if (language) language.value = known.language
    }
  }

  return (
    <div ref={box} className="editor-source">
      {values[`${place}.held`] === 'on' && <Done>{t('held')}</Done>}
      <div className="desk-choices">
        <Choices
          name={`${place}.source.kind`}
          chosen={kind}
          options={(['existing', 'new'] as const).map((one) => [one, t(`citedKind.${one}`)])}
        />
      </div>
      <div className="editor-if-existing">
        <ChoiceField
          name={`${place}.source.slug`}
          label={t('chooseSource')}
          problems={problems}
          options={[...typedElsewhere(place, editor, t), ...toOptions(sources)]}
          value={value('slug')}
          blank={t('choose')}
        />
      </div>
      <div className="editor-if-new">
        <InputField
          name={`${place}.source.url`}
          label={t('fact.url')}
          hint={t('lookHint')}
          problems={problems}
          value={value('url')}
          type="url"
          limit={longestInSource.url}
          onBlur={(event) => look(event.target.value)}
        />
        <IntentButton value={`look:${place}`} data-look>
          {t('look')}
        </IntentButton>
        <div className="desk-columns">
          <NewSourceFields
            place={place}
            values={values}
            problems={problems}
            language={languages[0]}
          />
        </div>
      </div>
    </div>
  )
}

function toOptions(sources: ShownEditor['sources']): Option[] {
  return sources.map(({ slug, label }) => ({ value: slug, label }))
}

/** The new sources that other citations of the form bring: one typed once is not typed again. */
function typedElsewhere(
  place: string,
  { values }: ShownEditor,
  t: ReturnType<typeof useTranslations<'edits.form'>>,
): Option[] {
  return citationLists.flatMap((path) =>
    rowsOf(values, path).flatMap((row) => {
      const other = `${path}.${row}`
      const field = (name: string) => values[`${other}.source.${name}`]
      if (other === place || field('kind') !== 'new' || !field('publisher')) return []
      const label = [field('publisher'), field('title') || field('url')].filter(Boolean).join(' · ')
      return [{ value: sameAs(other), label: t('typedHere', { label }) }]
    }),
  )
}
