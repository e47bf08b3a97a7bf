import 'server-only'
import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint, sensitiveSessionMiddleware } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import type { Database } from '../database/database'
import { acceptAssertion, challengeForSignIn } from './passkeys'

/**
 * What the desk adds to better-auth: sign-in by passkey, and asking for the password again. Endpoints
 * of its own, so that its rate limit counts them and its own adapter makes the session.
 */
export function deskSecurity(db: Database) {
  return {
    id: 'desk-security',
    endpoints: {
      passkeyChallenge: createAuthEndpoint(
        '/sign-in/passkey-challenge',
        { method: 'POST', body: z.object({}) },
        async (ctx) => ctx.json({ options: await challengeForSignIn(db) }),
      ),
      signInWithPasskey: createAuthEndpoint(
        '/sign-in/passkey',
        { method: 'POST', body: z.object({ response: z.unknown() }) },
        async (ctx) => {
          const passkey = await acceptAssertion(db, ctx.body.response)
          const { internalAdapter } = ctx.context
          const user = passkey && (await internalAdapter.findUserById(passkey.officerId))
          const session = user && (await internalAdapter.createSession(user.id))
          if (!session) throw new APIError('UNAUTHORIZED', { code: 'PASSKEY_NOT_ACCEPTED' })
          await setSessionCookie(ctx, { session, user })
          return ctx.json({ officerId: user.id, passkey: passkey.name })
        },
      ),
      confirmPassword: createAuthEndpoint(
        '/confirm-password',
        {
          method: 'POST',
          body: z.object({ password: z.string() }),
          use: [sensitiveSessionMiddleware],
        },
        async (ctx) => {
          await ctx.context.password.checkPassword(ctx.context.session.user.id, ctx)
          return ctx.json({ ok: true })
        },
      ),
    },
  } satisfies BetterAuthPlugin
}
