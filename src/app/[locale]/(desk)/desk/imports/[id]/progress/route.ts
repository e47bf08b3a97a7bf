import { tellProgress } from '@/features/desk/spreadsheets/actions/transfer'

/** How far an upload has come, for the page that shows it. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const progress = await tellProgress((await params).id)
  const headers = { 'Cache-Control': 'private, no-store' }
  if (!progress) return Response.json(null, { status: 404, headers })
  const { state, done, total } = progress
  return Response.json({ state, done, total }, { headers })
}
