import { getLocale, getTranslations } from 'next-intl/server'
import { Done } from '@/components/forms/outcome'
import { DeskHelp } from '@/features/desk/frame/components/desk-help'
import { editorPage, itemPage, submissionPage, textsPage } from '@/features/desk/frame/model'
import { DraftNotice } from '@/features/desk/round/drafts/components/draft-notice'
import {
  type EditableKind,
  isEditableKind,
  kinds,
  partsOf,
} from '@/features/register/subjects/model/kinds'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { type Href, hrefTo } from '@/i18n/navigation'
import type { OpenEditor } from '../queries/open-editor'

type Props = {
  open: OpenEditor
  /** What the form was last asked for. */
  step: string | null
  /** The submission that was just made. */
  saved: string | null
  /** The form that this one was opened from: `document.6-d03`. */
  back: string | null
  /** The path of this page. */
  path: string
}

/**
 * What an officer should know before typing: what was saved, where the form's content comes from, who else is
 * editing.
 */
export async function EditorNotices({ open, step, saved, back, path }: Props) {
  const t = await getTranslations('edits.page')
  const { draft, values, version, own, others, from, reference } = open
  const isBehind = from !== 'live' && Number(values.version ?? 0) < version
  return (
    <>
      {saved && <Submitted id={saved} isNew={reference === null} />}
      {back && <WayBack back={back} isSaved={saved !== null} />}
      {step === 'kept' && <Done>{t('kept')}</Done>}
      {draft.updatedAt && step === null && (
        <DraftNotice draftKey={draft.key} savedAt={draft.updatedAt} back={path} />
      )}
      {from === 'submission' && !saved && <p className="desk-notice">{t('takenUp')}</p>}
      {own?.returnReason && (
        <div className="desk-notice">
          <p>{t('returned')}</p>
          <blockquote>{own.returnReason}</blockquote>
        </div>
      )}
      {others.length > 0 && (
        <p className="desk-notice">{t('others', { names: others.join(', ') })}</p>
      )}
      {isBehind && <p className="desk-notice">{t('movedOn')}</p>}
    </>
  )
}

async function Submitted({ id, isNew }: { id: string; isNew: boolean }) {
  const [language, t] = [await getLocale(), await getTranslations('edits.page')]
  return (
    <Done>
      {t(isNew ? 'submittedNew' : 'submitted')}{' '}
      <a href={hrefTo(language, submissionPage(id))}>{t('seeSubmission')}</a>
    </Done>
  )
}

async function WayBack({ back, isSaved }: { back: string; isSaved: boolean }) {
  const [language, t] = [await getLocale(), await getTranslations('edits.page')]
  const at = back.indexOf('.')
  const [kind, reference] = [back.slice(0, at), back.slice(at + 1)]
  if (!isEditableKind(kind)) return null
  return (
    <p className="desk-notice">
      {!isSaved && <>{t('cameFrom')} </>}
      <a href={hrefTo(language, editorPage(kind, reference))}>{t('backToDraft')}</a>
    </p>
  )
}

/** The other pages of a subject: the public's, its state's, its texts side by side. */
export async function EditorLinks({ kind, reference }: { kind: EditableKind; reference: string }) {
  const [language, t] = [await getLocale(), await getTranslations('edits.page')]
  const board = await getTranslations('texts.board')
  const publicPage = subjectPage(kind, reference)
  const links: { href: Href; label: string }[] = [
    ...(publicPage ? [{ href: publicPage, label: t('publicPage') }] : []),
    ...(kind === 'project' || kind === 'document'
      ? [{ href: itemPage(reference), label: t('newStatement') }]
      : []),
    { href: textsPage(kind, reference), label: board('sideBySide') },
  ]
  return (
    <ul className="editor-links">
      {links.map(({ href, label }) => (
        <li key={label}>
          <a href={hrefTo(language, href)}>{label}</a>
        </li>
      ))}
    </ul>
  )
}

/** How the form works, folded away. */
export async function EditorHelp({ kind }: { kind: EditableKind }) {
  const t = await getTranslations('edits.page')
  return (
    <DeskHelp>
      {kind === 'conference' && <p>{t('helpConference')}</p>}
      {kind === 'document' && <p>{t('helpDocument')}</p>}
      {(kinds[kind].isCited || kind === 'conference') && <p>{t('helpSources')}</p>}
      {partsOf(kind).length > 0 && <p>{t('helpTexts')}</p>}
      <p>{t('helpRound')}</p>
    </DeskHelp>
  )
}
