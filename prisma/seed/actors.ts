import { now } from '@/server/clock'
import type { Facts } from './facts'
import { otherNames } from './names'
import { toPassage } from './passages'
import { idOf, toLogged } from './rows'
import { enter, type Run } from './run'

/** Enters the sources, and what is noted of them. */
export async function enterSources(run: Run, sources: Facts['sources']): Promise<void> {
  const data = sources.flatMap(({ id: slug, lang: language, note, ...facts }) => {
    const id = enter(run, 'source', slug)
    if (id === null) return []
    if (note) run.rows.addText({ sourceId: id }, 'note', toPassage(note, 'editorial'))
    return [{ ...facts, id, slug, language }]
  })
  await run.tx.source.createMany({ data })
}

/** Keeps the words of sources, to check quotes against, where none are kept yet. */
export async function keepTexts(run: Run, texts: Facts['keptTexts']): Promise<void> {
  await run.tx.keptText.createMany({
    data: texts.map(({ source, body }) => ({
      sourceId: idOf(run.ids.source, source),
      body,
      keptAt: now(),
    })),
    skipDuplicates: true,
  })
}

/** Enters the two cities, the pair they form, the bodies that sign and the persons who lead. */
export async function enterActors(run: Run, facts: Facts): Promise<void> {
  const { tx, rows } = run
  const { cities, name, ...mechanism } = facts.mechanism
  const held = new Set((await tx.city.findMany()).map((city) => city.code))
  const newCities = cities.filter(({ code }) => !held.has(code))
  await tx.city.createMany({ data: newCities.map(({ name, ...city }) => city) })
  for (const city of newCities) {
    rows.addText({ cityCode: city.code }, 'name', toPassage(city.name, 'editorial'))
  }

  await tx.organisation.createMany({
    data: facts.organisations.flatMap(({ id: slug, side, name, nameOrigin }) => {
      const id = enter(run, 'organisation', slug)
      if (id === null) return []
      rows.addText({ organisationId: id }, 'name', toPassage(name, nameOrigin))
      return [{ id, slug, side, also: otherNames(facts.aliases, slug, name) }]
    }),
  })
  await tx.person.createMany({
    data: facts.persons.flatMap(({ slug, name }) => {
      const id = enter(run, 'person', slug)
      if (id === null) return []
      rows.addText({ personId: id }, 'name', toPassage(name, 'editorial'))
      return [{ id, slug }]
    }),
  })

  const id = enter(run, 'mechanism', mechanism.slug)
  if (id === null) return
  await tx.mechanism.create({
    data: {
      id,
      slug: mechanism.slug,
      referencePrefix: mechanism.referencePrefix,
      firstCityCode: mechanism.firstCity,
      secondCityCode: mechanism.secondCity,
    },
  })
  rows.addText({ mechanismId: id }, 'name', toPassage(name, 'editorial'))
}

/** Enters the words of the glossary, in the order of the facts. */
export async function enterGlossary(run: Run, glossary: Facts['glossary']): Promise<void> {
  const data = glossary.flatMap(({ slug, term, also }, index) => {
    const id = enter(run, 'glossary_term', slug)
    if (id === null) return []
    run.rows.addText({ glossaryTermId: id }, 'name', toPassage(term, 'editorial'))
    return [{ id, slug, also, position: index + 1 }]
  })
  await run.tx.glossaryTerm.createMany({ data })
}

/** Enters the dated events, each linked to the fields and projects of the 6th conference it bears on. */
export async function enterDevelopments(
  run: Run,
  developments: Facts['developments'],
): Promise<void> {
  for (const development of developments) {
    const { slug, date, namesTheConference, summary, citations } = development
    const id = enter(run, 'development', slug, toLogged(citations))
    if (id === null) continue
    await run.tx.development.create({
      data: {
        id,
        slug,
        date,
        namesTheConference,
        fields: {
          connect: development.fields.map((number) => ({
            id: idOf(run.ids.field, `6-${number}`),
          })),
        },
        projects: {
          connect: development.projects.map((code) => ({
            id: idOf(run.ids.project, `6-${code}`),
          })),
        },
      },
    })
    run.rows.addText({ developmentId: id }, 'summary', toPassage(summary, 'editorial'))
    run.rows.addCitations({ developmentId: id }, citations)
  }
}
