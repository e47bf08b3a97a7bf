import { expect, test } from '../support/browser/page'

const journeys = [
  ['zh-HK,zh;q=0.9,en-US;q=0.8,en;q=0.7', '/tc'],
  ['zh-CN,zh;q=0.9,en;q=0.8', '/sc'],
  ['en-GB,en;q=0.9', '/en'],
] as const

for (const [acceptLanguage, path] of journeys) {
  test(`the address alone sends ${acceptLanguage} to ${path}`, async ({ request }) => {
    const answer = await request.get('/', {
      headers: { 'accept-language': acceptLanguage },
      maxRedirects: 0,
    })
    expect(answer.status()).toBe(307)
    const location = new URL(answer.headers().location ?? '', process.env.BASE_ADDRESS)
    expect(location.pathname).toBe(path)
    expect(location.origin).toBe(process.env.BASE_ADDRESS)
  })
}
