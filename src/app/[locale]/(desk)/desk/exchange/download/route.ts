import { giveDownload } from '@/features/desk/spreadsheets/actions/transfer'
import { toLanguage } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'
import { seeOther } from '@/server/http/answer'

/** Sends items as a spreadsheet in the language of the address. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  const language = toLanguage(locale)
  const given = await giveDownload(new URL(request.url).searchParams, language)
  if ('problem' in given) {
    const next =
      given.problem === 'signed_out'
        ? hrefTo(language, '/desk/sign-in')
        : hrefTo(language, { pathname: '/desk/exchange', query: { missing: 'scope' } })
    return seeOther(next)
  }
  const { bytes, name, type } = given.file
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.length),
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
