/** `404` of what programs fetch; who reads it in a browser is given the readable page in its place. */
export function nothingThere(): Response {
  return new Response(null, {
    status: 404,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
