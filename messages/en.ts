import about from './en/about.json'
import account from './en/account.json'
import audit from './en/audit.json'
import calendar from './en/calendar.json'
import citing from './en/citing.json'
import conferences from './en/conferences.json'
import desk from './en/desk.json'
import developers from './en/developers.json'
import developments from './en/developments.json'
import documents from './en/documents.json'
import downloads from './en/downloads.json'
import drafts from './en/drafts.json'
import edits from './en/edits.json'
import embedding from './en/embedding.json'
import exchange from './en/exchange.json'
import feeds from './en/feeds.json'
import fields from './en/fields.json'
import glossary from './en/glossary.json'
import home from './en/home.json'
import mail from './en/mail.json'
import officers from './en/officers.json'
import organisations from './en/organisations.json'
import persons from './en/persons.json'
import problem from './en/problem.json'
import progress from './en/progress.json'
import projects from './en/projects.json'
import refusals from './en/refusals.json'
import reports from './en/reports.json'
import revisions from './en/revisions.json'
import search from './en/search.json'
import site from './en/site.json'
import sources from './en/sources.json'
import submissions from './en/submissions.json'
import texts from './en/texts.json'
import verify from './en/verify.json'

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
