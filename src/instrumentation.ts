/** Runs once, when a server starts and never in a build: opens the register before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { openRegister } = await import('./cli/open-register')
    await openRegister()
  }
}
