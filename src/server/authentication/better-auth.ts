import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { twoFactor } from 'better-auth/plugins'
import { type Database, database } from '../database/database'
import { environment } from '../environment'
import { deskSecurity } from './desk-security'
import { longestPassword, shortestPassword } from './password'

/**
 * The path that better-auth is configured with. Nothing is served there: server actions pass requests to its
 * handler.
 */
export const basePath = '/api/auth'
const hour = 3600

/** Seconds for which a link to choose a password holds. */
const linkLifetime = 24 * hour

// A command asks for a link, and better-auth hands the token to a callback: this carries it back to the call.
const issued = new AsyncLocalStorage<{ token: string | null }>()

function build(db: Database) {
  const { BASE_URL, SIGN_IN_LIMIT } = environment()
  return betterAuth({
    baseURL: BASE_URL,
    basePath,
    trustedOrigins: [BASE_URL],
    secret: secret(),
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: prismaAdapter(db, { provider: 'postgresql', transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      resetPasswordTokenExpiresIn: linkLifetime,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ token }) => {
        const waiting = issued.getStore()
        if (waiting) waiting.token = token
      },
    },
    plugins: [
      twoFactor({
        twoFactorTable: 'officerTwoFactor',
        // Five wrong codes end a sign-in; ten in a row, over any number of sign-ins, lock this method.
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: hour / 4 },
      }),
      deskSecurity(db),
    ],
    user: {
      modelName: 'officer',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        side: { type: 'string', required: true, input: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    session: {
      modelName: 'officerSession',
      expiresIn: 12 * hour,
      // A page cannot set a cookie, so a session is not prolonged while pages are read.
      disableSessionRefresh: true,
    },
    account: { modelName: 'officerAccount' },
    verification: {
      modelName: 'officerVerification',
      storeIdentifier: 'hashed',
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rateLimit',
      customRules: {
        '/sign-in/email': { window: 60, max: SIGN_IN_LIMIT },
        '/sign-in/passkey-challenge': { window: 60, max: 30 },
        '/sign-in/passkey': { window: 60, max: 10 },
        '/reset-password': { window: 60, max: 10 },
        // What asks for the password again, or for a code.
        '/change-password': { window: 60, max: 5 },
        '/confirm-password': { window: 60, max: 10 },
        '/two-factor/*': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'register',
      useSecureCookies: BASE_URL.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: false },
      // Set by the front server from the connection; whatever a client sent is dropped there.
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, endpoint) => {
            // Through better-auth's own adapter: it knows about an open transaction, in which any other
            // client would wait for ever.
            const officer = await endpoint?.context.internalAdapter.findUserById(session.userId)
            const isActive = officer && !('disabledAt' in officer && officer.disabledAt)
            return isActive ? undefined : false
          },
        },
      },
    },
  })
}

type Authentication = ReturnType<typeof build>
const built = new WeakMap<Database, Authentication>()

/** The sign-in machinery over this process's database, built once for it. */
export async function authentication(): Promise<Authentication> {
  const db = await database()
  const existing = built.get(db)
  if (existing) return existing
  const made = build(db)
  built.set(db, made)
  return made
}

/**
 * A new one-time token with which the officer of this address can choose a password within 24 hours.
 * @throws when there is no such officer, which the caller has checked.
 */
export async function issuePasswordToken(email: string): Promise<string> {
  const waiting: { token: string | null } = { token: null }
  const auth = await authentication()
  await issued.run(waiting, () => auth.api.requestPasswordReset({ body: { email } }))
  if (!waiting.token) throw new Error('No password link could be made for this officer.')
  return waiting.token
}

/** The secret that signs cookies: the one set, else one made at the first need and kept in the data directory. */
function secret(): string {
  const { AUTH_SECRET, DATA_DIR } = environment()
  if (AUTH_SECRET) return AUTH_SECRET
  const file = path.join(DATA_DIR, 'auth-secret')
  mkdirSync(DATA_DIR, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), {
      mode: 0o600,
      flag: 'wx',
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
