import { getLocale, getTranslations } from 'next-intl/server'
import { Words } from '@/components/site/words'
import { isDescriptive, type LocalizedText } from '@/i18n/localized-text'
import { type Href, hrefTo } from '@/i18n/navigation'

type Props = { text: LocalizedText | undefined }

/** The title of a project or document, inline; where it is descriptive, words that say so. */
export function Title({ text }: Props) {
  return (
    <>
      <Words text={text} />
      <DescriptiveMark text={text} />
    </>
  )
}

/** A link to the page of a project or document that is called by its title. */
export async function TitleLink({ to, text }: Props & { to: Href }) {
  return (
    <>
      <a href={hrefTo(await getLocale(), to)}>
        <Words text={text} />
      </a>
      <DescriptiveMark text={text} />
    </>
  )
}

/** Says of a title that it is descriptive; nothing of one that a source prints. */
export async function DescriptiveMark({ text }: Props) {
  if (!isDescriptive(text)) return null
  const t = await getTranslations('texts')
  return <small className="descriptive">{t('descriptiveMark')}</small>
}
