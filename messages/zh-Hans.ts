import about from './zh-Hans/about.json'
import account from './zh-Hans/account.json'
import audit from './zh-Hans/audit.json'
import calendar from './zh-Hans/calendar.json'
import citing from './zh-Hans/citing.json'
import conferences from './zh-Hans/conferences.json'
import desk from './zh-Hans/desk.json'
import developers from './zh-Hans/developers.json'
import developments from './zh-Hans/developments.json'
import documents from './zh-Hans/documents.json'
import downloads from './zh-Hans/downloads.json'
import drafts from './zh-Hans/drafts.json'
import edits from './zh-Hans/edits.json'
import embedding from './zh-Hans/embedding.json'
import exchange from './zh-Hans/exchange.json'
import feeds from './zh-Hans/feeds.json'
import fields from './zh-Hans/fields.json'
import glossary from './zh-Hans/glossary.json'
import home from './zh-Hans/home.json'
import mail from './zh-Hans/mail.json'
import officers from './zh-Hans/officers.json'
import organisations from './zh-Hans/organisations.json'
import persons from './zh-Hans/persons.json'
import problem from './zh-Hans/problem.json'
import progress from './zh-Hans/progress.json'
import projects from './zh-Hans/projects.json'
import refusals from './zh-Hans/refusals.json'
import reports from './zh-Hans/reports.json'
import revisions from './zh-Hans/revisions.json'
import search from './zh-Hans/search.json'
import site from './zh-Hans/site.json'
import sources from './zh-Hans/sources.json'
import submissions from './zh-Hans/submissions.json'
import texts from './zh-Hans/texts.json'
import verify from './zh-Hans/verify.json'

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
