import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { answerApi } from '@/app/api/answer'
import { PublicPage } from '@/components/site/public-page'
import { Paragraphs } from '@/components/site/words'
import { ObjectSection } from '@/features/outlets/api/components/object-section'
import {
  OperationSection,
  type ShownExample,
} from '@/features/outlets/api/components/operation-section'
import { documentPath, openApiDocument } from '@/features/outlets/api/formats/openapi'
import { type ProblemKind, problemKinds } from '@/features/outlets/api/model/json-schema'
import { type ResourceName, resourceNames } from '@/features/outlets/api/model/resources'
import { lastRevisedAt } from '@/features/register/log/queries/revisions'
import type { Language } from '@/i18n/language'
import { pathPrefixes } from '@/i18n/language'
import { licenceText } from '@/i18n/licence'
import { pageMetadata } from '@/i18n/page-metadata'
import { environment } from '@/server/environment'

const sections = ['requests', 'pages', 'languages', 'past', 'caching', 'limits', 'reuse'] as const

export async function generateMetadata(): Promise<Metadata> {
  const [language, t] = [await getLocale(), await getTranslations('developers')]
  return pageMetadata({
    language,
    here: '/developers',
    title: t('title'),
    description: t('lead'),
  })
}

export default async function DevelopersPage() {
  const [language, t] = [await getLocale(), await getTranslations('developers')]
  const document = openApiDocument(language, environment().BASE_URL)
  const examples: Partial<Record<string, ShownExample>> = {}
  for (const name of resourceNames) Object.assign(examples, await examplesOf(name, language))
  const lang = pathPrefixes[language].slice(1)
  const openApi = `${documentPath}?lang=${lang}`
  return (
    <PublicPage here="/developers" revisedOn={await lastRevisedAt()} trail={[]}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p>
        {t('documentLead')}{' '}
        <a href={openApi}>
          <code>{openApi}</code>
        </a>
      </p>
      <nav aria-label={t('onThisPage')}>
        <ul className="api-contents">
          {[...sections, 'problems' as const].map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{t(`headings.${section}`)}</a>
            </li>
          ))}
          {resourceNames.map((name) => (
            <li key={name}>
              <a href={`#${name}`}>
                {t(`names.${name}`)} <code>/{name}</code>
              </a>
            </li>
          ))}
          <li>
            <a href="#objects">{t('headings.objects')}</a>
          </li>
        </ul>
      </nav>
      {sections.map((section) => (
        <section key={section} aria-labelledby={section === 'pages' ? 'pages' : section}>
          <h2 id={section}>{t(`headings.${section}`)}</h2>
          {section === 'reuse' && <p>{licenceText(language)}</p>}
          <Paragraphs text={t(`sections.${section}`)} />
        </section>
      ))}
      <section aria-labelledby="problems">
        <h2 id="problems">{t('headings.problems')}</h2>
        <p>{t('sections.problems')}</p>
        <dl className="api-parts">
          {(Object.keys(problemKinds) as ProblemKind[]).map((kind) => (
            <div key={kind} id={kind}>
              <dt>
                <code>{problemKinds[kind].status}</code>{' '}
                <span lang="en-HK">{problemKinds[kind].title}</span>
              </dt>
              <dd>{t(`problems.${kind}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {resourceNames.map((name) => (
        <section key={name} aria-labelledby={name}>
          <h2 id={name}>{t(`names.${name}`)}</h2>
          <p>{t(`resources.${name}`)}</p>
          {Object.entries(document.paths)
            .filter(([, { get }]) => get.tags?.includes(name))
            .map(([path, { get }]) => (
              <OperationSection
                key={path}
                path={path}
                operation={get}
                example={examples[get.operationId] ?? null}
              />
            ))}
        </section>
      ))}
      <section aria-labelledby="objects">
        <h2 id="objects">{t('headings.objects')}</h2>
        {Object.entries(document.components.schemas).map(([name, schema]) => (
          <ObjectSection key={name} name={name} schema={schema} />
        ))}
      </section>
    </PublicPage>
  )
}

/** What the examples ask beside the language: something that shows more than the first of a list would. */
const askedFor: Partial<Record<ResourceName, string>> = { projects: 'sort=as_of&' }

/** The first of a collection and that one by itself, as the register answers when the page is made; by operation. */
async function examplesOf(name: ResourceName, language: Language) {
  const lang = pathPrefixes[language].slice(1)
  const noun = `${name[0]?.toUpperCase()}${name.slice(1, -1)}`
  const list = await exampleOf(`/api/v1/${name}?${askedFor[name] ?? ''}limit=1&lang=${lang}`)
  const first = list.body.data?.[0]
  if (!first) return { [`list${noun}s`]: list.shown }
  const key = name === 'revisions' ? first.number : (first.reference ?? first.slug)
  const item = await exampleOf(`/api/v1/${name}/${key}?lang=${lang}`)
  return { [`list${noun}s`]: list.shown, [`find${noun}`]: item.shown }
}

type Answered = { data?: { reference?: string; slug?: string; number?: number }[] }

async function exampleOf(address: string): Promise<{ body: Answered; shown: ShownExample }> {
  const response = await answerApi(new Request(`${environment().BASE_URL}${address}`))
  const body: Answered = await response.json()
  return { body, shown: { address, answer: JSON.stringify(body, null, 2) } }
}
