import { getLocale, getTranslations } from 'next-intl/server'
import { IntentButton } from '@/components/forms/intent-button'
import { Comparison } from '@/features/desk/round/submissions/components/comparison'
import { GlossaryNotes } from '@/features/register/glossary/components/glossary-notes'
import { glossaryNotes } from '@/features/register/glossary/model/notes'
import { factsOf, partsOf, requiredParts } from '@/features/register/subjects/model/kinds'
import { editableOf, isSlot } from '@/features/register/subjects/model/snapshot'
import { isStale, passageIn } from '@/features/register/texts/model/text'
import { formatDay } from '@/i18n/formats'
import { languages } from '@/i18n/language'
import { originalLanguage } from '@/i18n/localized-text'
import type { EditRefused } from '../model/edit'
import type { OpenEditor } from '../queries/open-editor'
import { ConflictChoices } from './conflict-choices'
import { EditForm } from './edit-form'
import type { ShownPart } from './shown-editor'
import { namedOptions, namesOf, sourceOptions, wordsOfFact } from './words-of-choices'

/** The editor of one subject, and above its fields what came of checking them. */
export async function Editor({
  open,
  at,
  as,
  back,
}: {
  open: OpenEditor
  /** The row of a list to return to. */
  at: string | null
  /** What the address says that is shown: another each time. */
  as: string | null
  /** The form that this one was opened from. */
  back: string | null
}) {
  const [language, t] = [await getLocale(), await getTranslations('edits')]
  const { kind, reference, live, values, choices, checked } = open
  const actions = await getTranslations('revisions.actions')
  const named = await namedOptions(choices)
  const sources = await sourceOptions(choices)
  const facts = await Promise.all(
    factsOf(kind).map(async (field) => ({ field, options: await wordsOfFact(kind, field) })),
  )
  const problems = checked?.problems ?? []
  const names = namesOf(choices, checked?.proposed?.newSources ?? [])
  return (
    <EditForm
      // A new form wherever the server leads to, so that it takes up the values. The draft's version is no part of
      // it: where another window has changed that, what was typed here must survive.
      key={as ?? ''}
      kind={kind}
      draftKey={open.draft.key}
      savedAt={open.draft.updatedAt}
      seen={open.draft.version ?? ''}
      editor={{
        values,
        problems,
        named,
        sources,
        at,
        isHeld: reference !== null,
        isSlot: live !== null && isSlot(live),
      }}
      facts={facts}
      parts={await shownParts(open)}
      history={open.history.map(({ number, recordedAt, action }) => ({
        value: String(number),
        label: t('form.revision', {
          number: String(number),
          date: formatDay(recordedAt, language),
          action: actions(action),
        }),
      }))}
      refusal={checked?.reason ? await refusalIn(checked.reason) : null}
      back={back}
    >
      {checked?.reason === 'conflict' && (
        <ConflictChoices
          conflicts={checked.conflicts}
          version={open.version}
          values={values}
          open={problems.map(({ field }) => field)}
          names={names}
        />
      )}
      {checked?.proposed && (
        <section className="desk-preview" id="preview" tabIndex={-1}>
          <h2>{t('page.preview')}</h2>
          <Comparison
            before={live && editableOf(live)}
            after={checked.proposed.snapshot}
            names={names}
            caption={t(live ? 'page.previewIntro' : 'page.previewWhole')}
          />
          <IntentButton value="save" className="button">
            {t('form.submit')}
          </IntentButton>
        </section>
      )}
    </EditForm>
  )
}

async function refusalIn(reason: EditRefused['reason']): Promise<string> {
  // The general words for a conflict are about a whole form; here each place is chosen.
  if (reason === 'conflict') return (await getTranslations('edits.page'))('conflictTitle')
  return (await getTranslations('refusals'))(reason)
}

/** The passages of a subject, and those of its live statement, with who reviewed which language and when. */
async function shownParts({
  kind,
  live,
  checked,
  reviewers,
  terms,
}: OpenEditor): Promise<ShownPart[]> {
  const [language, t] = [await getLocale(), await getTranslations('edits.form')]
  const stated = live?.statement?.texts
  const parts = [
    ...partsOf(kind).map((part) => ({ part, text: live?.texts[part] ?? {} })),
    ...(stated
      ? (['note', 'reason'] as const)
          .filter((part) => part === 'note' || stated[part])
          .map((part) => ({ part: `statement.${part}`, text: stated[part] ?? {} }))
      : []),
  ]
  const proposed = (part: string) => checked?.proposed && passageIn(checked.proposed.snapshot, part)
  return parts.map(({ part, text }) => {
    const original = originalLanguage(text)
    return {
      part,
      notes: <GlossaryNotes notes={glossaryNotes(proposed(part) ?? text, terms)} />,
      isRequired: requiredParts(kind).includes(part),
      held: Object.fromEntries(
        languages
          .filter((one) => text[one])
          .map((one) => {
            const at = text[one]?.reviewedAt
            const date = at && formatDay(at, language)
            const name = reviewers.get(`${part} ${one}`)
            const reviewed = !date
              ? t('notReviewed')
              : name
                ? t('reviewed', { date, name })
                : t('reviewedOn', { date })
            return [one, { reviewed, isStale: isStale(text, one), isOriginal: one === original }]
          }),
      ),
    }
  })
}
