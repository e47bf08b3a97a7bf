import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type Ask, checkedAsking } from '~/tests/support/outlets/api'
import { freshDatabase } from '~/tests/support/server/database'

freshDatabase()

let ask: Ask
beforeAll(async () => {
  ask = await checkedAsking()
})

describe('problems', () => {
  const wrong: [string, string[]][] = [
    ['projects?colour=red', ['colour']],
    ['projects?state=done&limit=0&side=SZ', ['limit', 'side', 'state']],
    ['projects?q=', ['q']],
    ['projects?field=6-4&field=6-5', ['field']],
    ['projects?after=6-99.9', ['after']],
    ['projects?field=6-4&after=6-12.1', ['after']],
    ['documents?after=6-d99', ['after']],
    ['documents?itemised=all', ['itemised']],
    ['organisations?after=nobody', ['after']],
    ['sources?limit=201', ['limit']],
    ['sources?limit=1e2', ['limit']],
    ['revisions?after=0', ['after']],
    ['revisions?before=7', ['before']],
    ['revisions?kind=officer', ['kind']],
    ['fields?lang=zh', ['lang']],
    ['fields/6-4?limit=2', ['limit']],
    ['fields/6-4?at=yesterday', ['at']],
    ['projects?at=2024-02-30', ['at']],
    ['projects?at=2024-04-26T12:00:00', ['at']],
    ['projects?at=', ['at']],
    ['projects?at=2999-01-01', ['at']],
    ['projects?at=2999-01-01T00:00:00%2B08:00', ['at']],
    ['documents/6-d03?at=2024-12-31', ['at']],
    ['projects?__proto__=1&constructor=2', ['__proto__', 'constructor']],
    ['openapi.json?lang=fr', ['lang']],
  ]
  for (const [address, fields] of wrong) {
    it(`name what is wrong with ${address}`, async () => {
      const { status, headers, body } = await ask(`/api/v1/${address}`)
      expect(status).toBe(400)
      expect(headers.get('content-type')).toBe('application/problem+json')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(fields)
      expect(body).toMatchObject({
        status: 400,
        title: 'Bad request',
        instance: `/api/v1/${address}`,
      })
      expect(body.type).toMatch(/\/developers#bad-request$/)
    })
  }

  it('tell of what there is none of', async () => {
    for (const address of [
      '/api/v1/projects/6-99.9',
      '/api/v1/projects/6-d01',
      '/api/v1/projects/%E0%A4%A',
      '/api/v1/projects/6%2D1.1',
      '/api/v1/projects/6-1.1/secrets',
      '/api/v1/projects/',
      '/api/v1/revisions/0',
      '/api/v1/revisions/999999999',
      '/api/v1/revisions/1e1',
      '/api/v1/organisations/__proto__',
      '/api/v1/officers',
      '/api/v1',
      '/api/v2/projects',
      '/api',
    ]) {
      const { status, body } = await ask(address)
      expect([address, status, body.status]).toEqual([address, 404, 404])
    }
  })

  it('tell which methods there are', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const { status, headers, body } = await ask('/api/v1/projects', { method })
      expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
      expect(body.title).toBe('Method not allowed')
    }
  })

  it('never tell what went wrong inside', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const broken = new Request('http://127.0.0.1:3000/api/v1/projects')
    Object.defineProperty(broken, 'headers', {
      get: () => {
        throw new Error('a secret of the database')
      },
    })
    const { GET } = await import('@/app/api/[[...path]]/route')
    const response = await GET(broken)
    expect(response.status).toBe(500)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const text = await response.text()
    expect(text).not.toMatch(/secret|at .*\.ts/)
    expect(JSON.parse(text)).toMatchObject({ status: 500, title: 'Internal error' })
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })
})
