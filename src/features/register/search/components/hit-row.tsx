import { getLocale, getTranslations } from 'next-intl/server'
import { Separated } from '@/components/site/aside'
import { DateText } from '@/components/site/date-text'
import { InLanguage } from '@/components/site/in-language'
import { Words } from '@/components/site/words'
import { PublisherName } from '@/features/register/sources/components/publisher-name'
import { SourceLink } from '@/features/register/sources/components/source-link'
import { StateMark } from '@/features/register/states/components/state-mark'
import { kinds } from '@/features/register/subjects/model/kinds'
import { subjectPage } from '@/features/register/subjects/model/pages'
import { DescriptiveMark } from '@/features/register/texts/components/title'
import type { Language } from '@/i18n/language'
import { type LocalizedText, pickText } from '@/i18n/localized-text'
import type { Messages } from '@/i18n/messages'
import { hrefTo } from '@/i18n/navigation'
import type { ShownHit } from '../queries/list-hits'
import { MarkedText } from './marked-text'

type PartKey = keyof Messages['search']['parts']

/** One result: what it is called, where the words stand in it, and why it was found where that is not plain. */
export async function HitRow({ hit }: { hit: ShownHit }) {
  const [language, t] = [await getLocale(), await getTranslations('search')]
  const { kind, reference, title, passages, throughGlossary, links } = hit
  const href = addressOf(hit, language)
  const heading = title ? <MarkedText passage={title} /> : t('slot', { reference })
  // A dot in a passage's name would be a separator in that of a message.
  const partKey = (part: string) => {
    const key = part.replace(/\.(\w)/, (_, first: string) => first.toUpperCase()) as PartKey
    return t.has(`parts.${key}`) ? key : 'text'
  }
  return (
    <li>
      <p className={href ? 'row-title' : 'hit-words'}>
        {href ? <a href={href}>{heading}</a> : kind === 'quote' ? <q>{heading}</q> : heading}
        <DescriptiveMark text={hit.itemTitle} />
      </p>
      <HitFactsLine hit={hit} />
      <Parties names={hit.parties} />
      {passages.map((passage) => (
        <p key={`${passage.part} ${passage.language}`} className="hit-passage">
          <span className="quiet">{t(`parts.${partKey(passage.part)}`)}</span>{' '}
          <MarkedText passage={passage} />
        </p>
      ))}
      {throughGlossary.map(({ typed, stored }) => (
        <p key={stored} className="quiet hit-why">
          <InLanguage text={t('throughGlossary', { typed, stored })} />
        </p>
      ))}
      {links.length > 0 && (
        <p className="hit-links">
          {t(kind === 'quote' ? 'citedBy' : 'bearsOn')}
          <Separated>
            {links.map((link) => (
              <a
                key={`${link.kind} ${link.reference}`}
                href={hrefTo(language, subjectPage(link.kind, link.reference))}
              >
                {t(`linked.${link.kind}`, { reference: link.reference })}
              </a>
            ))}
          </Separated>
        </p>
      )}
    </li>
  )
}

/** What a result is, besides its words: its reference, how it stands, and its day. */
async function HitFactsLine({ hit }: { hit: ShownHit }) {
  const [language, t] = [await getLocale(), await getTranslations('search')]
  const { kind, reference, source, day, state, documents } = hit
  const isNumbered = kind !== 'quote' && kind !== 'conference' && kinds[kind].key === 'reference'
  const isProject = kind === 'project'
  const facts = [
    isNumbered && <span className="reference">{reference}</span>,
    state && <StateMark state={state.state} />,
    isProject && state?.asOf && (
      <span>{t.rich('asOf', { date: () => <DateText date={state.asOf ?? ''} /> })}</span>
    ),
    day && <DateText date={day} />,
    documents !== null && <span>{t('documentsSigned', { count: documents })}</span>,
    source && (
      <span>
        <PublisherName source={source} page={language} />
        {kind === 'quote' && source.title && (
          <>
            {' · '}
            <InLanguage text={source.title} language={source.language} />
          </>
        )}
      </span>
    ),
    source?.url && <SourceLink url={source.url}>{t('atSource')}</SourceLink>,
  ]
  return (
    <p className="quiet hit-facts">
      <Separated>{facts}</Separated>
    </p>
  )
}

/** Who signed a document. */
async function Parties({ names }: { names: readonly LocalizedText[] }) {
  const t = await getTranslations('search')
  if (names.length === 0) return null
  return (
    <p className="quiet hit-parties">
      {names.map((name, index) => (
        <span key={pickText(name, 'en')?.body ?? index}>
          {index > 0 && t('separator')}
          <Words text={name} />
        </span>
      ))}
    </p>
  )
}

/** The page of a result; a quote has none, but is shown on others. */
function addressOf({ kind, reference }: ShownHit, language: Language): string | null {
  return kind === 'quote' ? null : hrefTo(language, subjectPage(kind, reference))
}
