import {
  describeRevision,
  RevisionPage,
  type RevisionProps,
} from '@/app/[locale]/(public)/revision-page'

export const generateMetadata = (props: RevisionProps) => describeRevision('project', props)

export default function ProjectRevisionPage(props: RevisionProps) {
  return <RevisionPage kind="project" {...props} />
}
