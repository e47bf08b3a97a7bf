import { takeUpload } from '@/features/desk/spreadsheets/actions/transfer'
import { toLanguage } from '@/i18n/language'
import { hrefTo } from '@/i18n/navigation'
import { seeOther } from '@/server/http/answer'

/** Takes a spreadsheet in, and shows what comes of it, or why it was not taken. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const { locale } = await params
  const language = toLanguage(locale)
  const taken = await takeUpload(request)
  const next =
    'id' in taken
      ? hrefTo(language, { pathname: '/desk/imports/[id]', params: { id: taken.id } })
      : hrefTo(language, {
          pathname: '/desk/exchange',
          query: { problem: taken.problem, ...(taken.column ? { column: taken.column } : {}) },
        })
  return seeOther(next)
}
