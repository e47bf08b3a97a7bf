import about from './zh-Hant/about.json'
import account from './zh-Hant/account.json'
import audit from './zh-Hant/audit.json'
import calendar from './zh-Hant/calendar.json'
import citing from './zh-Hant/citing.json'
import conferences from './zh-Hant/conferences.json'
import desk from './zh-Hant/desk.json'
import developers from './zh-Hant/developers.json'
import developments from './zh-Hant/developments.json'
import documents from './zh-Hant/documents.json'
import downloads from './zh-Hant/downloads.json'
import drafts from './zh-Hant/drafts.json'
import edits from './zh-Hant/edits.json'
import embedding from './zh-Hant/embedding.json'
import exchange from './zh-Hant/exchange.json'
import feeds from './zh-Hant/feeds.json'
import fields from './zh-Hant/fields.json'
import glossary from './zh-Hant/glossary.json'
import home from './zh-Hant/home.json'
import mail from './zh-Hant/mail.json'
import officers from './zh-Hant/officers.json'
import organisations from './zh-Hant/organisations.json'
import persons from './zh-Hant/persons.json'
import problem from './zh-Hant/problem.json'
import progress from './zh-Hant/progress.json'
import projects from './zh-Hant/projects.json'
import refusals from './zh-Hant/refusals.json'
import reports from './zh-Hant/reports.json'
import revisions from './zh-Hant/revisions.json'
import search from './zh-Hant/search.json'
import site from './zh-Hant/site.json'
import sources from './zh-Hant/sources.json'
import submissions from './zh-Hant/submissions.json'
import texts from './zh-Hant/texts.json'
import verify from './zh-Hant/verify.json'

export default {
  about,
  account,
  audit,
  calendar,
  citing,
  conferences,
  desk,
  developers,
  developments,
  documents,
  downloads,
  drafts,
  edits,
  embedding,
  exchange,
  feeds,
  fields,
  glossary,
  home,
  mail,
  officers,
  organisations,
  persons,
  problem,
  progress,
  projects,
  refusals,
  reports,
  revisions,
  search,
  site,
  sources,
  submissions,
  texts,
  verify,
}
