'use client'

import { useTranslations } from 'next-intl'
import { Choice } from '@/components/forms/choice'
import { ChoiceField } from '@/components/forms/choice-select'
import { InputField } from '@/components/forms/input-field'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { rowsOf } from '@/features/desk/round/submissions/model/form-rows'
import { announcementKinds } from '@/features/register/conferences/model/conference'
import { longestFact } from '../model/lengths'
import { CitationRows } from './citation-rows'
import { ListGroup, RowButtons } from './list-rows'
import type { ShownEditor, ShownFact } from './shown-editor'

type FactProps = { fact: ShownFact; editor: ShownEditor }

/** One fact of a subject, as its description asks for it. */
export function FactControl({ fact, editor }: FactProps) {
  const { field } = fact
  if (field.permanent && editor.isHeld) return <PermanentFact fact={fact} editor={editor} />
  switch (field.type) {
    case 'many':
    case 'parties':
      return <NamedRows fact={fact} editor={editor} />
    case 'chairs':
      return <Chairs editor={editor} />
    case 'announced':
      return <Announced editor={editor} />
    case 'flag':
      return <Flag fact={fact} editor={editor} />
    default:
      return <Single fact={fact} editor={editor} />
  }
}

function Single({ fact: { field, options }, editor }: FactProps) {
  const t = useTranslations('edits.form')
  const name = `facts.${field.name}`
  const value = editor.values[name] ?? ''
  const isKind = field.name === 'kind' && editor.values.kind === 'development'
  const hinted = isKind ? 'developmentKind' : field.name
  const hint = t.has(`factHint.${hinted as 'url'}`) ? t(`factHint.${hinted as 'url'}`) : undefined
  const label = t(`fact.${field.name as 'kind'}`)
  const shown = { name, label, hint, value, problems: editor.problems }
  switch (field.type) {
    case 'choice':
      return <ChoiceField {...shown} options={options} blank={t('choose')} />
    case 'one': {
      const blank = field.optional ? t('none') : t('choose')
      return <ChoiceField {...shown} options={editor.named[field.of]} blank={blank} />
    }
    case 'words':
      return <TextField {...shown} area={{ rows: 4 }} />
    default:
      return (
        <InputField {...shown} {...inputTypes[field.type as 'day']} limit={longestFact(field)} />
      )
  }
}

const inputTypes = {
  day: { type: 'date' },
  date: { type: 'text' },
  number: { type: 'text', inputMode: 'numeric' },
  line: { type: 'text' },
  address: { type: 'url' },
} as const

/** A fact that is part of the reference: shown, and sent back unchanged. */
function PermanentFact({ fact: { field }, editor }: FactProps) {
  const t = useTranslations('edits.form')
  const name = `facts.${field.name}`
  const value = editor.values[name] ?? ''
  const label =
    field.type === 'one'
      ? (editor.named[field.of].find((one) => one.value === value)?.label ?? value)
      : value
  return (
    <dl className="editor-permanent">
      <dt>{t(`fact.${field.name as 'kind'}`)}</dt>
      <dd>
        {label} <small>{t('factHint.permanent')}</small>
        <input type="hidden" name={name} value={value} />
      </dd>
    </dl>
  )
}

/** A slot becomes itemised, once; the other facts of this form can be taken back. */
function Flag({ fact: { field }, editor }: FactProps) {
  const t = useTranslations('edits.form')
  const name = `facts.${field.name}`
  const isOn = editor.values[name] === 'on'
  if (field.name === 'itemised' && !editor.isSlot) {
    return <input type="hidden" name={name} value="on" />
  }
  return (
    <Choice type="checkbox" id={name} name={name} defaultChecked={isOn}>
      {t(`fact.${field.name as 'itemised'}`)}
    </Choice>
  )
}

/** A list of what the register holds: each row names one; the last one is blank, to add another. */
function NamedRows({ fact: { field }, editor }: FactProps) {
  const t = useTranslations('edits.form')
  const path = `facts.${field.name}`
  const isParties = field.type === 'parties'
  const of = field.type === 'many' ? field.of : 'organisation'
  const held = rowsOf(editor.values, path)
  const rows = [...held, (held.at(-1) ?? -1) + 1]
  const legend = t(`fact.${field.name as 'parties'}`)
  const label = t(`one.${field.name as 'parties'}`)
  const isOrdered = isParties || field.name === 'signatories'
  const missing = of === 'organisation' || of === 'person' || of === 'field' ? of : null
  return (
    <ListGroup
      path={path}
      legend={legend}
      problems={editor.problems}
      add={t('another')}
      {...(isParties ? { hint: t('factHint.parties') } : {})}
      {...(missing ? { missing } : {})}
    >
      {rows.map((row, index) => {
        const name = isParties ? `${path}.${row}.organisation` : `${path}.${row}`
        const isNew = index === held.length
        return (
          <div key={row} className="editor-row" id={isParties ? `${path}.${row}` : undefined}>
            <ChoiceField
              name={name}
              label={t('row', { label, number: row + 1 })}
              problems={editor.problems}
              options={editor.named[of]}
              value={editor.values[name] ?? ''}
              blank={t('choose')}
            />
            {isParties && (
              <SelectField
                name={`${path}.${row}.role`}
                label={t('role')}
                problems={editor.problems}
                value={editor.values[`${path}.${row}.role`] || 'party'}
                options={(['party', 'witness'] as const).map((one) => [one, t(`roles.${one}`)])}
              />
            )}
            {!isNew && (
              <RowButtons path={path} row={row} label={label} mayRise={isOrdered && index > 0} />
            )}
          </div>
        )
      })}
    </ListGroup>
  )
}

/** Who chaired a session, one for each of the two cities. */
function Chairs({ editor }: { editor: ShownEditor }) {
  const t = useTranslations('edits.form')
  return (
    <ListGroup
      path="facts.chairs"
      legend={t('fact.chairs')}
      problems={editor.problems}
      missing="person"
    >
      <div className="desk-columns">
        {editor.named.city.map(({ value: side, label }) => (
          <ChoiceField
            key={side}
            name={`facts.chairs.${side}`}
            label={label}
            problems={editor.problems}
            options={editor.named.person}
            value={editor.values[`facts.chairs.${side}`] ?? ''}
            blank={t('none')}
          />
        ))}
      </div>
    </ListGroup>
  )
}

/** The announced numbers of a conference, and what states each. */
function Announced({ editor }: { editor: ShownEditor }) {
  const t = useTranslations('edits.form')
  return (
    <fieldset className="desk-group">
      <legend>{t('fact.announced')}</legend>
      <p className="desk-hint">{t('factHint.announced')}</p>
      {announcementKinds.map((kind) => {
        const name = `facts.announced.${kind}.number`
        return (
          <div key={kind} className="editor-announced">
            <InputField
              name={name}
              label={t(`announced.${kind}`)}
              problems={editor.problems}
              value={editor.values[name]}
              {...inputTypes.number}
              className="editor-number"
            />
            <CitationRows
              path={`facts.announced.${kind}.citations`}
              legend={`${t(`announced.${kind}`)} · ${t('announced.sources')}`}
              editor={editor}
            />
          </div>
        )
      })}
    </fieldset>
  )
}
