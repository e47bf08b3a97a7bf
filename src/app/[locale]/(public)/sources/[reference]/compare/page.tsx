import { comparePageOf } from '@/app/[locale]/(public)/compare-page'

const { generateMetadata, Page } = comparePageOf('source')

export { generateMetadata }
export default Page
