import { comparePageOf } from '@/app/[locale]/(public)/compare-page'

const { generateMetadata, Page } = comparePageOf('project')

export { generateMetadata }
export default Page
