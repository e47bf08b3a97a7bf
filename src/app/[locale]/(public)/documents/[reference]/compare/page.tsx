import { comparePageOf } from '@/app/[locale]/(public)/compare-page'

const { generateMetadata, Page } = comparePageOf('document')

export { generateMetadata }
export default Page
