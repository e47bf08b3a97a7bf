// The permanent page of a revision is the subject’s own page, which reads what the address asks for.
export { default, generateMetadata } from '@/app/[locale]/(public)/sources/[reference]/page'
