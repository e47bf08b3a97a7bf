import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Done } from '@/components/forms/outcome'
import { Words } from '@/components/site/words'
import { DeskPage } from '@/features/desk/frame/components/desk-page'
import { editorPage, submissionPage, textsPage } from '@/features/desk/frame/model'
import { requireOfficer } from '@/features/desk/officers/session'
import { SideBySideForm } from '@/features/desk/round/text-board/components/side-by-side-form'
import { ShownSideText } from '@/features/desk/round/text-board/components/side-text'
import { originsBeside, proposalOf } from '@/features/desk/round/text-board/input'
import { findSubjectTexts } from '@/features/desk/round/text-board/queries/find-subject-texts'
import { GlossaryNotes } from '@/features/register/glossary/components/glossary-notes'
import { glossaryNotes } from '@/features/register/glossary/model/notes'
import { listTerms } from '@/features/register/glossary/queries'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { checkOf, type SidePassage } from '@/features/register/texts/model/text'
import { languages } from '@/i18n/language'
import { originalLanguage } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'

type Props = {
  params: Promise<{ kind: string; reference: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function SubjectTextsPage({ params, searchParams }: Props) {
  const [{ kind, reference }, { saved, as }] = [await params, await searchParams]
  const [language, t] = [await getLocale(), await getTranslations('texts')]
  const here = textsPage(kind, reference)
  const officer = await requireOfficer(language, hrefTo(language, here))
  const subject = await findSubjectTexts(kind, reference, officer)
  if (!subject) notFound()
  const publicPage = subjectPage(subject.kind, reference)
  const terms = await listTerms()
  const toForm = (passage: SidePassage) => {
    const { name, text, states } = passage
    const notes = glossaryNotes(text, terms)
    return {
      name,
      label: t(`names.${name.replace('.', '_') as 'name'}`),
      notes: <GlossaryNotes notes={notes} />,
      texts: languages.map((one) => ({
        language: one,
        body: text[one]?.body ?? null,
        check: checkOf(states[one]),
        origins: originsBeside(originalLanguage(text), one),
        propose: proposalOf(text, one),
        shown: <ShownSideText passage={passage} language={one} marks={notes.marks[one]} />,
      })),
    }
  }
  return (
    <DeskPage here={here} officer={officer}>
      <p>
        <a href={hrefTo(language, '/desk/texts')}>{t('side.back')}</a>
      </p>
      <p className="eyebrow">{t(`kinds.${subject.kind}`)}</p>
      <h1>
        {reference} <Words text={subject.title} />
      </h1>
      <ul className="editor-links">
        {publicPage && (
          <li>
            <a href={hrefTo(language, publicPage)}>{t('side.publicPage')}</a>
          </li>
        )}
        {subject.mayEdit && (
          <li>
            <a href={hrefTo(language, editorPage(kind, reference))}>{t('side.toEditor')}</a>
          </li>
        )}
      </ul>
      {saved === 'submitted' && <Done>{t('side.saved')}</Done>}
      {subject.waiting && (
        <p className="desk-notice">
          {t('side.waiting')}{' '}
          <a href={hrefTo(language, submissionPage(subject.waiting))}>{t('side.seeWaiting')}</a>
        </p>
      )}
      {subject.hasOthersWaiting && <p className="desk-hint">{t('side.others')}</p>}
      {!subject.mayEdit && <p className="desk-hint">{t('side.readOnly')}</p>}
      <SideBySideForm
        // A new form after each save.
        key={String(as ?? '')}
        kind={subject.kind}
        reference={reference}
        version={subject.version}
        waiting={subject.waiting}
        mayEdit={subject.mayEdit}
        passages={subject.passages.map(toForm)}
      />
    </DeskPage>
  )
}
