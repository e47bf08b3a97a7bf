import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { SourceLink } from '@/features/register/sources/components/source-link'
import { kinds } from '@/features/register/subjects/model/kinds'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { type Language, languageTags } from '@/i18n/language'
import type { Messages } from '@/i18n/messages'
import { hrefTo } from '@/i18n/navigation'
import type { ShownHit } from '../queries/list-hits'
import { MarkedText } from './marked-text'

type PartKey = keyof Messages['search']['parts']

/** One result: what it is called, where the words stand in it, and why it was found where that is not plain. */
export async function HitRow({ hit }: { hit: ShownHit }) {
  const [language, t] = [await getLocale(), await getTranslations('search')]
  const { kind, reference, title, passages, throughGlossary, links, day, source } = hit
  const href = addressOf(hit, language)
  const heading = title ? <MarkedText passage={title} /> : t('slot', { reference })
  // A dot in a passage's name would be a separator in that of a message.
  const partKey = (part: string) => {
    const key = part.replace(/\.(\w)/, (_, first: string) => first.toUpperCase()) as PartKey
    return t.has(`parts.${key}`) ? key : 'text'
  }
  const isNumbered = kind !== 'quote' && kinds[kind].key === 'reference'
  return (
    <li>
      <p className={href || kind === 'source' ? 'row-title' : 'hit-words'}>
        {href ? <a href={href}>{heading}</a> : kind === 'quote' ? <q>{heading}</q> : heading}
      </p>
      <p className="quiet hit-facts">
        {isNumbered && kind !== 'conference' && <span className="reference">{reference}</span>}
        {day && <DateText date={day} />}
        {source && (
          <span lang={languageTags[source.language]}>
            {source.publisher}
            {kind === 'quote' && source.title && <> · {source.title}</>}
          </span>
        )}
        {kind === 'quote' && source?.url && (
          <SourceLink url={source.url}>{t('atSource')}</SourceLink>
        )}
      </p>
      {passages.map((passage) => (
        <p key={`${passage.part} ${passage.language}`} className="hit-passage">
          <span className="quiet">{t(`parts.${partKey(passage.part)}`)}</span>{' '}
          <MarkedText passage={passage} />
        </p>
      ))}
      {throughGlossary.map(({ typed, stored }) => (
        <p key={stored} className="quiet hit-why">
          {t('throughGlossary', { typed, stored })}
        </p>
      ))}
      {links.length > 0 && (
        <p className="hit-links">
          {t(kind === 'quote' ? 'citedBy' : 'bearsOn')}
          {links.map((link) => (
            <a
              key={`${link.kind} ${link.reference}`}
              href={hrefTo(language, subjectPage(link.kind, link.reference))}
            >
              {t(`linked.${link.kind}`, { reference: link.reference })}
            </a>
          ))}
        </p>
      )}
    </li>
  )
}

/** The page of a result; a source's is its own, elsewhere; a quote and a development have none, but are shown on others. */
function addressOf({ kind, reference, source }: ShownHit, language: Language): string | null {
  if (kind === 'source') return source?.url ?? null
  const page = kind === 'quote' ? null : subjectPage(kind, reference)
  return page && hrefTo(language, page)
}
