import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The types are checked by `npm run check` and `npm test`, in a third of the time.
  typescript: { ignoreBuildErrors: true },
  // Both stay outside the bundles: they find their own files beside themselves.
  serverExternalPackages: [
    '@electric-sql/pglite',
    'pglite-prisma-adapter',
    'pg',
    'better-auth',
    'nodemailer',
    'opencc-js',
    'exceljs',
  ],
  experimental: {
    authInterrupts: true,
    globalNotFound: true,
    serverActions: { bodySizeLimit: '64kb' },
  },
}

export default createNextIntlPlugin('./src/i18n/request.ts')(config)
