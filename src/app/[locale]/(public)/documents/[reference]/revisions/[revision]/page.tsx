import {
  describeRevision,
  RevisionPage,
  type RevisionProps,
} from '@/app/[locale]/(public)/revision-page'

export const generateMetadata = (props: RevisionProps) => describeRevision('document', props)

export default function DocumentRevisionPage(props: RevisionProps) {
  return <RevisionPage kind="document" {...props} />
}
