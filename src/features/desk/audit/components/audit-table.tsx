import { getLocale, getTranslations } from 'next-intl/server'
import { TableHead } from '@/components/site/table-head'
import { submissionPage } from '@/features/desk/frame/model'
import { hongKongTime } from '@/i18n/formats'
import type { Language } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'
import { actionName, reasonName, type ShownAct } from '../model'

/** Acts at the desk in the order given; each name leads to what else they did. */
export async function AuditTable({ acts }: { acts: readonly ShownAct[] }) {
  const [language, t] = [await getLocale(), await getTranslations('audit')]
  const trail = (query: Record<string, string>) =>
    hrefTo(language, { pathname: '/desk/audit', query })
  return (
    <section className="desk-table desk-audit" aria-labelledby="audit-caption">
      <table>
        <caption id="audit-caption" className="visually-hidden">
          {t('caption')}
        </caption>
        <TableHead columns={[t('whenAndWho'), t('action'), t('subjectAndDetail')]} />
        <tbody>
          {acts.map((act) => (
            <tr key={act.id}>
              <td>
                <time dateTime={act.at} className="date">
                  {hongKongTime(act.at).slice(0, 19)}
                </time>
                {act.officer ? (
                  <a href={trail({ officer: act.officer.id })} title={act.officer.email}>
                    {act.officer.name}
                  </a>
                ) : (
                  <small>{t('nobody')}</small>
                )}
              </td>
              <td>
                {actionName(act.action, language)}{' '}
                {act.outcome === 'refused' && <strong>{t('outcomes.refused')}</strong>}
                {act.reason && <small>{reasonName(act.reason, language)}</small>}
              </td>
              <td>
                <Subject act={act} language={language} />
                <Detail detail={act.detail} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

async function Subject({ act, language }: { act: ShownAct; language: Language }) {
  const t = await getTranslations('audit')
  // The subject is the officer themselves, who is named already.
  if (act.subject === null || act.subject === act.officer?.email) return null
  if (act.submission) {
    return (
      <a href={hrefTo(language, submissionPage(act.subject))}>
        {t('submission', { reference: act.submission.reference ?? '' })}
      </a>
    )
  }
  return (
    <a href={hrefTo(language, { pathname: '/desk/audit', query: { subject: act.subject } })}>
      {act.subject}
    </a>
  )
}

/** What else was recorded, by its own names: for whoever looks into something. */
async function Detail({ detail }: { detail: ShownAct['detail'] }) {
  const t = await getTranslations('audit')
  const { furtherOmitted, before, after, ...rest } = detail
  const words = [
    ...changes(before, after),
    ...Object.entries(rest).map(([name, value]) => `${name}: ${shown(value)}`),
  ]
  return (
    <>
      {furtherOmitted === true && <small>{t('furtherOmitted')}</small>}
      {words.length > 0 && <code className="desk-detail">{words.join(' · ')}</code>}
    </>
  )
}

/** `role: editor → reviewer`, for each thing that was changed. */
function changes(before: unknown, after: unknown): string[] {
  if (!isRecord(before) || !isRecord(after)) return []
  return Object.keys(after).map((name) => `${name}: ${shown(before[name])} → ${shown(after[name])}`)
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(', ') || '–'
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
