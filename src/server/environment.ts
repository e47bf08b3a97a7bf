import path from 'node:path'
import { z } from 'zod'
import { knownLicences, type Licence, readLicence, usualLicence } from './licence'

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

// Without a limit passwords could be guessed; a lower one locks out people who mistype twice.
const wrongSignInLimit = 'SIGN_IN_LIMIT must be a whole number from 3 to 60.'

const wrongLicence = `DATA_LICENCE must be one of ${knownLicences.join(', ')}, or a name and then the address of the terms.`

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce
      .number('PORT must be a whole number from 0 to 65535.')
      .int('PORT must be a whole number from 0 to 65535.')
      .min(0, 'PORT must be a whole number from 0 to 65535.')
      .max(65535, 'PORT must be a whole number from 0 to 65535.')
      .default(3000),
  ),
  HOST: optional(
    z.string().regex(/^[\w.:-]+$/, 'HOST must be a host name or an address, such as 127.0.0.1.'),
  ).transform((host) => host ?? '127.0.0.1'),
  DATA_DIR: optional(z.string()).transform((folder) =>
    path.resolve(/*turbopackIgnore: true*/ folder ?? '.data'),
  ),
  DATABASE_URL: optional(
    z
      .string()
      .regex(
        /^postgres(ql)?:\/\/\S+$/,
        'DATABASE_URL must begin with postgresql:// and name a PostgreSQL server and database.',
      ),
  ),
  BASE_URL: optional(
    z
      .url({
        protocol: /^https?$/,
        error:
          'BASE_URL must be the public address of the site, such as https://register.example.org.',
      })
      .transform((url) => url.replace(/\/+$/, '')),
  ),
  SMTP_URL: optional(
    z.url({
      protocol: /^smtps?$/,
      error: 'SMTP_URL must begin with smtp:// or smtps:// and name an email server.',
    }),
  ),
  CONTACT_EMAIL: optional(
    z.email(
      'CONTACT_EMAIL must be the address that readers may write to, such as register@example.org.',
    ),
  ),
  DATA_LICENCE: optional(
    z.string().transform((text, context): Licence => {
      const licence = readLicence(text)
      if (licence) return licence
      context.addIssue({ code: 'custom', message: wrongLicence })
      return z.NEVER
    }),
  ).transform((licence) => licence ?? usualLicence),
  MAIL_FROM: optional(
    z.email('MAIL_FROM must be the address that emails are sent from, such as desk@example.org.'),
  ),
  SECOND_FACTOR: optional(
    z.enum(['optional', 'required'], 'SECOND_FACTOR must be optional or required.'),
  ).transform((rule) => rule ?? ('optional' as const)),
  SIGN_IN_LIMIT: optional(
    z.coerce
      .number(wrongSignInLimit)
      .int(wrongSignInLimit)
      .min(3, wrongSignInLimit)
      .max(60, wrongSignInLimit),
  ).transform((limit) => limit ?? 5),
  AUTH_SECRET: optional(
    z.string().min(32, 'AUTH_SECRET must be at least 32 characters of random text.'),
  ),
  LOG_KEY: optional(
    z
      .string()
      .regex(
        /^[A-Za-z0-9+/]{43}=$/,
        'LOG_KEY must be 32 random bytes in base64, as `openssl rand -base64 32` makes them.',
      ),
  ),
})

/** The settings of a run. See the table in README.md. */
export type Environment = z.infer<typeof schema> & {
  /** The address that links in mails and on the command line begin with, without a final slash. */
  BASE_URL: string
  /** The address that emails are sent from. */
  MAIL_FROM: string
}

/** A setting has a value that cannot be used; the message is a sentence naming it. */
export class EnvironmentError extends Error {}

/**
 * Reads the settings.
 * @throws {EnvironmentError} one sentence per wrong value.
 */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const result = schema.safeParse(variables)
  if (!result.success) {
    throw new EnvironmentError(
      result.error.issues
        .map((issue) =>
          String(issue.path[0]) === 'NODE_ENV'
            ? 'NODE_ENV must be development, production or test.'
            : issue.message,
        )
        .join('\n'),
    )
  }
  const { PORT, HOST } = result.data
  const shownHost = ['0.0.0.0', '::'].includes(HOST) ? 'localhost' : HOST
  const bracketed = shownHost.includes(':') ? `[${shownHost}]` : shownHost
  const BASE_URL = result.data.BASE_URL ?? `http://${bracketed}:${PORT}`
  const { MAIL_FROM, CONTACT_EMAIL } = result.data
  return {
    ...result.data,
    BASE_URL,
    MAIL_FROM: MAIL_FROM ?? CONTACT_EMAIL ?? `no-reply@${mailDomain(new URL(BASE_URL).hostname)}`,
  }
}

/** A host as the part of a mail address after the @: a number stands in brackets (RFC 5321, 4.1.3). */
function mailDomain(host: string): string {
  if (host.startsWith('[')) return `[IPv6:${host.slice(1, -1)}]`
  return /^[\d.]+$/.test(host) ? `[${host}]` : host
}

let current: Environment | undefined

/** The settings of this process, read once. */
export function environment(): Environment {
  current ??= parseEnvironment(process.env)
  return current
}

/** Records the port that the system chose for `PORT=0`, so that links use the real one. */
export function settlePort(port: number): void {
  process.env.PORT = String(port)
  current = undefined
}
