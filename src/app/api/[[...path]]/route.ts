import { answerApi } from '../answer'

export const dynamic = 'force-dynamic'

// One for every address and method: what there is, is in one list, from which the document is made too.
export {
  answerApi as DELETE,
  answerApi as GET,
  answerApi as HEAD,
  answerApi as OPTIONS,
  answerApi as PATCH,
  answerApi as POST,
  answerApi as PUT,
}
