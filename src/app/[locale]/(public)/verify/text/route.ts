import { fingerprintOfText } from '@/features/register/log/checkpoints/queries/verify'
import { toLanguage } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'
import { seeOther } from '@/server/http/answer'

/**
 * Takes the text of a revision, pasted, and leads to what is to be said of its fingerprint. The text itself
 * is neither kept nor part of the address.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  const language = toLanguage(locale)
  const form = await request.formData().catch(() => new FormData())
  const pasted = form.get('pasted')
  const text = fingerprintOfText(typeof pasted === 'string' ? pasted : '') ?? 'none'
  const page = hrefTo(language, { pathname: '/verify', query: { text } })
  return seeOther(`${page}#text`)
}
