import { allowedMethods, problemOf } from '../features/outlets/api/model/json-schema'

/** Whether an address belongs to the API, where programs get problems in JSON. */
export function isApi(url: string | undefined): boolean {
  return /^\/api([/?]|$)/.test(url ?? '')
}

/** The problem for a program whose request the front server refuses: RFC 9457. */
export function apiRefusal(
  url: string,
  status: 400 | 405 | 411 | 413,
  base: string,
): { headers: Record<string, string>; body: string } {
  const kind = (
    {
      400: 'bad-request',
      405: 'method-not-allowed',
      411: 'body-refused',
      413: 'body-refused',
    } as const
  )[status]
  const detail = {
    400: 'The address is not written as addresses are.',
    405: `Only ${allowedMethods} are answered here.`,
    411: 'The request does not give the length of its body.',
    413: 'The body of the request is too long.',
  }[status]
  return {
    headers: {
      'Access-Control-Allow-Origin': '*',
      ...(status === 405 ? { Allow: allowedMethods } : {}),
      'Content-Type': 'application/problem+json',
    },
    body: `${JSON.stringify(problemOf(kind, { base, detail, instance: url, status }))}\n`,
  }
}
