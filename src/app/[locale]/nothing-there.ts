/** `404` for programs; a browser gets the readable page instead. */
export function nothingThere(): Response {
  return new Response(null, {
    status: 404,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
