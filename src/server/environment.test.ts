import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { EnvironmentError, parseEnvironment } from './environment'

describe('the settings', () => {
  it('have defaults for everything that may be left out', () => {
    expect(parseEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: path.resolve('.data'),
      BASE_URL: 'http://127.0.0.1:3000',
      SECOND_FACTOR: 'optional',
      SIGN_IN_LIMIT: 5,
      DATA_LICENCE: { name: 'CC BY 4.0', spdx: 'CC-BY-4.0' },
    })
  })

  it('take an empty value for one left out', () => {
    const settings = parseEnvironment({ PORT: '', HOST: '', DATABASE_URL: '', BASE_URL: '' })
    expect(settings).toMatchObject({ PORT: 3000, HOST: '127.0.0.1' })
    expect(settings.DATABASE_URL).toBeUndefined()
  })

  it('make links from the address listened on, in a form that a browser can open', () => {
    expect(parseEnvironment({ HOST: '0.0.0.0', PORT: '80' }).BASE_URL).toBe('http://localhost:80')
    expect(parseEnvironment({ HOST: '::1' }).BASE_URL).toBe('http://[::1]:3000')
    expect(parseEnvironment({ BASE_URL: 'https://register.example.org/' }).BASE_URL).toBe(
      'https://register.example.org',
    )
  })

  it('name a licence by its identifier, or by its name and its address', () => {
    const licence = (text: string) => parseEnvironment({ DATA_LICENCE: text }).DATA_LICENCE
    expect(licence('CC0-1.0')).toEqual({
      name: 'CC0 1.0',
      url: 'https://creativecommons.org/publicdomain/zero/1.0/',
      spdx: 'CC0-1.0',
    })
    expect(licence('CC-BY-4.0')).toEqual(licence(''))
    expect(licence('Our own terms https://register.example.org/terms')).toEqual({
      name: 'Our own terms',
      url: 'https://register.example.org/terms',
      spdx: null,
    })
  })

  it('send mails from the contact address, or from one of the site that nobody reads', () => {
    const from = (variables: Record<string, string>) => parseEnvironment(variables).MAIL_FROM
    const both = { MAIL_FROM: 'desk@example.org', CONTACT_EMAIL: 'editor@example.org' }
    expect(from(both)).toBe('desk@example.org')
    expect(from({ CONTACT_EMAIL: 'editor@example.org' })).toBe('editor@example.org')
    expect(from({ BASE_URL: 'https://register.example.org/at' })).toBe(
      'no-reply@register.example.org',
    )
    expect(from({})).toBe('no-reply@[127.0.0.1]')
    expect(from({ HOST: '::1' })).toBe('no-reply@[IPv6:::1]')
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', 'not a host'],
    ['DATABASE_URL', 'mysql://localhost/register'],
    ['DATABASE_URL', 'register'],
    ['BASE_URL', 'register.example.org'],
    ['BASE_URL', 'ftp://register.example.org'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['MAIL_FROM', 'the desk'],
    ['SECOND_FACTOR', 'yes'],
    ['SIGN_IN_LIMIT', '2'],
    ['SIGN_IN_LIMIT', '61'],
    ['SIGN_IN_LIMIT', '5.5'],
    ['SIGN_IN_LIMIT', 'none'],
    ['AUTH_SECRET', 'short'],
    ['DATA_LICENCE', 'CC-BY'],
    ['DATA_LICENCE', 'https://register.example.org/terms'],
    ['DATA_LICENCE', 'Our own terms'],
    ['LOG_KEY', 'bm90IDMyIGJ5dGVz'],
    ['NODE_ENV', 'staging'],
  ])('refuse %s=%s with a sentence that names it', (name, value) => {
    const parse = () => parseEnvironment({ [name]: value })
    expect(parse).toThrow(EnvironmentError)
    expect(parse).toThrow(new RegExp(`^${name} must [^\\n]+\\.$`))
  })

  it('name every wrong value at once', () => {
    expect(() => parseEnvironment({ PORT: 'x', DATABASE_URL: 'y' })).toThrow(
      /^PORT must .+\nDATABASE_URL must .+$/,
    )
  })
})
