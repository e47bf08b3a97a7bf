import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '@/components/site/words'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { editorPage } from '@/features/desk/frame/model'
import { KeptTextForm } from '@/features/desk/kept-texts/components/kept-text-form'
import { findKeptText } from '@/features/desk/kept-texts/queries'
import { isAlone } from '@/features/desk/officers/queries'
import { requireOfficer } from '@/features/desk/officers/session'
import { Editor } from '@/features/desk/round/edits/components/editor'
import {
  EditorHelp,
  EditorLinks,
  EditorNotices,
} from '@/features/desk/round/edits/components/editor-notices'
import { openEditor } from '@/features/desk/round/edits/queries/open-editor'
import { NobodyReviews } from '@/features/desk/round/submissions/components/nobody-reviews'
import { isEditableKind } from '@/features/register/subjects/model/kinds'
import { isSlot } from '@/features/register/subjects/model/snapshot'
import { toLanguage } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'

type Props = {
  params: Promise<{ kind: string; reference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function EditorPage({ params, searchParams }: Props) {
  const [{ kind, reference: named }, query] = [await params, await searchParams]
  const [language, t, register] = [
    await getLocale(),
    await getTranslations('edits.page'),
    await getTranslations('edits.register'),
  ]
  if (!isEditableKind(kind)) notFound()
  const read = (name: string) => (typeof query[name] === 'string' ? query[name] : null)
  const [step, at, saved] = [read('step'), read('at'), read('saved')]
  const back = /^[a-z_]+\.[a-z0-9.-]+$/.exec(read('back') ?? '')?.[0] ?? null
  const page = editorPage(kind, named)
  const officer = await requireOfficer(language, hrefTo(language, page))
  const open = await openEditor(officer, {
    kind,
    reference: named === 'new' ? null : named,
    again: read('again'),
    itemise: read('itemise') !== null,
    conference: read('conference'),
    check: step === 'save' || step === 'preview',
  })
  if (!open) notFound()
  if (open === 'forbidden') forbidden()
  const { live, reference } = open
  const here = {
    ...page,
    query: { ...(step ? { step } : {}), ...(at ? { at } : {}), ...(back ? { back } : {}) },
  }
  const form = <Editor open={open} at={at} as={read('as') ?? saved} back={back} />
  const name = live && (live.texts.title ?? live.texts.name ?? live.texts.text)
  return (
    <DeskPage here={here} officer={officer}>
      <p>
        <a href={hrefTo(language, { pathname: '/desk/register', query: { kind } })}>{t('back')}</a>
      </p>
      <h1>
        {!reference
          ? register(`add.${kind}`)
          : live && isSlot(live)
            ? t('itemise', { reference })
            : t(`edit.${kind}`, { reference })}{' '}
        <Words text={name ?? {}} />
      </h1>
      {reference && <EditorLinks kind={kind} reference={reference} />}
      <EditorNotices
        open={open}
        step={step}
        saved={saved}
        back={back}
        path={hrefTo(language, page)}
      />
      <EditorHelp kind={kind} />
      {saved && (await isAlone(officer)) && <NobodyReviews officer={officer} />}
      {saved ? (
        <details className="desk-fold">
          <summary>{t(reference ? 'againForm' : 'againNew')}</summary>
          {form}
        </details>
      ) : (
        form
      )}
      {kind === 'source' && reference && live && (
        <KeptTextForm
          source={reference}
          language={toLanguage(String(live.language))}
          body={await findKeptText(reference)}
          isSaved={read('kept') !== null}
        />
      )}
    </DeskPage>
  )
}
