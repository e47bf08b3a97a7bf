import { getLocale, getTranslations } from 'next-intl/server'
import { DateText } from '@/components/site/date-text'
import { TableHead } from '@/components/site/table-head'
import { Words } from '@/components/site/words'
import { textsPage } from '@/features/desk/frame/model'
import { type BoardPassage, isAcceptable } from '@/features/register/texts/model/text'
import { type Language, languages, languageTags } from '@/i18n/language'
import { pickText } from '@/i18n/localized-text'
import { hrefTo } from '@/i18n/navigation'
import { writeNamedText } from '../input'
import { AcceptBox } from './accept-form'
import { TextStateMark } from './text-state-mark'

type Props = {
  passages: readonly BoardPassage[]
  /** Whether every conversion is chosen to begin with. */
  picked: boolean
}

/** Passages in rows, a column for each language. On a narrow screen each language stands under the other. */
export async function TextTable({ passages, picked }: Props) {
  const [t, desk] = [await getTranslations('texts'), await getTranslations('desk.languages')]
  return (
    <table className="text-board stacks">
      <caption className="visually-hidden">{t('board.caption')}</caption>
      <TableHead columns={[t('board.passage'), ...languages.map((one) => desk(one))]} />
      <tbody>
        {passages.map((passage, index) => (
          <tr
            key={`${passage.kind} ${passage.reference} ${passage.name}`}
            // What a refusal leads to: the first passage of its subject.
            {...(idOf(passages[index - 1]) === idOf(passage) ? {} : { id: idOf(passage) })}
          >
            <th scope="row">
              <Subject passage={passage} />
            </th>
            {languages.map((language) => (
              <td key={language} data-column={desk(language)}>
                <Cell passage={passage} language={language} picked={picked} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function idOf(passage: BoardPassage | undefined): string | undefined {
  return passage && `${passage.kind}-${passage.reference}`
}

async function Subject({ passage }: { passage: BoardPassage }) {
  const [language, t] = [await getLocale(), await getTranslations('texts')]
  const { kind, reference, name, title, waiting } = passage
  return (
    <div className="text-subject">
      <a className="text-link" href={hrefTo(language, textsPage(kind, reference))}>
        <span className="reference">{reference}</span> <Words text={title} />
      </a>
      <span className="quiet">
        {t(`kinds.${kind}`)} · {t(`names.${name.replace('.', '_') as 'name'}`)}
      </span>
      {waiting && <small>{t(`board.waiting.${waiting}`)}</small>}
    </div>
  )
}

async function Cell({
  passage,
  language,
  picked,
}: {
  passage: BoardPassage
  language: Language
  picked: boolean
}) {
  const [page, t] = [await getLocale(), await getTranslations('texts')]
  const { name, reference, text, states, staleSince } = passage
  const entry = text[language]
  const since = staleSince[language]
  const label = [reference, pickText(passage.title, page)?.body].filter(Boolean).join(' ')
  return (
    <>
      {entry && (
        <p className="desk-passage" lang={languageTags[language]}>
          {entry.body}
        </p>
      )}
      <p className="text-facts">
        <TextStateMark state={states[language]} />
        {since && (
          <>
            {' · '}
            {t.rich('board.since', {
              revision: String(since.revision),
              day: () => <DateText date={since.recordedAt} />,
            })}
          </>
        )}
      </p>
      {states[language] === 'conversion' && isAcceptable(passage) && (
        <AcceptBox
          value={writeNamedText({ ...passage, language })}
          picked={picked}
          label={t('board.acceptOf', {
            reference: label,
            name: t(`names.${name.replace('.', '_') as 'name'}`),
          })}
        />
      )}
    </>
  )
}
