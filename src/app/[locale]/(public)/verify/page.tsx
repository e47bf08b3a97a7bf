import { getLocale, getTranslations } from 'next-intl/server'
import { PublicPage } from '@/components/site/public-page'
import { Paragraphs } from '@/components/site/words'
import { CheckForm } from '@/features/register/log/checkpoints/components/check-form'
import { CurrentCheckpoint } from '@/features/register/log/checkpoints/components/current-checkpoint'
import { EntryResult } from '@/features/register/log/checkpoints/components/entry-result'
import { LogAddresses } from '@/features/register/log/checkpoints/components/log-addresses'
import { WholeLog } from '@/features/register/log/checkpoints/components/whole-log'
import { verifyInput } from '@/features/register/log/checkpoints/input'
import {
  latestCheckpoint,
  listLogKeys,
} from '@/features/register/log/checkpoints/queries/checkpoints'
import { logCondition } from '@/features/register/log/checkpoints/queries/log-condition'
import {
  checkEntry,
  checkFingerprint,
  checkLeaf,
} from '@/features/register/log/checkpoints/queries/verify'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import { hrefTo } from '@/i18n/navigation'
import { describedBy } from '@/i18n/page-metadata'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = describedBy('verify', '/verify')

export default async function VerifyPage({ searchParams }: Props) {
  const [language, t] = [await getLocale(), await getTranslations('verify')]
  const query = await searchParams
  const asked = verifyInput.parse(query)
  const { keys } = await listLogKeys()
  const checkpoint = await latestCheckpoint()
  const entry = asked.entry ? await checkEntry(asked.entry) : null
  const text = asked.text ? await checkLeaf(asked.text) : null
  const known = asked.fingerprint ? await checkFingerprint(asked.fingerprint) : null
  const wordsOf = (part: 'entry' | 'text' | 'fingerprint') => ({
    heading: t(`${part}.heading`),
    label: t(`${part}.label`),
    hint: t(`${part}.hint`, { size: checkpoint?.size ?? 0 }),
    button: t(`${part}.button`),
  })
  const typed = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const here = hrefTo(language, '/verify')
  const isEntryMissing = asked.entry !== undefined && !entry?.found
  return (
    <PublicPage here="/verify" revisedOn={await lastRevisedAt()} trail={[]}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('description')}</p>
      <CurrentCheckpoint checkpoint={checkpoint} condition={logCondition()} />
      <CheckForm
        name="entry"
        method="get"
        action={here}
        words={wordsOf('entry')}
        value={typed('entry')}
        error={isEntryMissing ? t('entry.none') : null}
      >
        {entry?.found && <EntryResult entry={entry} />}
      </CheckForm>
      <CheckForm
        name="fingerprint"
        method="get"
        action={here}
        words={wordsOf('fingerprint')}
        value={asked.fingerprint || typed('fingerprint')}
        error={asked.fingerprint === '' ? t('fingerprint.invalid') : null}
      >
        {known?.checkpoint && (
          <p className="verdict" role="status">
            <strong>✓</strong>{' '}
            {t('fingerprint.checkpoint', {
              number: known.checkpoint.number,
              size: known.checkpoint.size,
            })}
          </p>
        )}
        {known?.entry.found && <EntryResult entry={known.entry} />}
        {known && !known.checkpoint && !known.entry.found && (
          <p className="verdict verdict-bad" role="status">
            <strong>✗</strong> {t('fingerprint.none')}
          </p>
        )}
      </CheckForm>
      <CheckForm
        name="text"
        method="post"
        action={hrefTo(language, '/verify/text')}
        words={wordsOf('text')}
        value=""
        error={asked.text === '' ? t('text.invalid') : null}
      >
        {text?.found && <EntryResult entry={text} />}
        {text && !text.found && (
          <p className="verdict verdict-bad" role="status">
            <strong>✗</strong> {t('text.none')}
          </p>
        )}
      </CheckForm>
      <WholeLog />
      {(['how', 'limits'] as const).map((part) => (
        <section key={part} aria-labelledby={part}>
          <h2 id={part}>{t(`${part}.heading`)}</h2>
          <Paragraphs text={t(`${part}.body`)} />
        </section>
      ))}
      <LogAddresses currentKey={keys.at(-1)?.verifier ?? null} />
    </PublicPage>
  )
}
