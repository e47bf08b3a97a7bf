import { comparePageOf } from '@/app/[locale]/(public)/compare-page'

const { generateMetadata, Page } = comparePageOf('development')

export { generateMetadata }
export default Page
