import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

// What is for the server resolves as on the server: `server-only` to nothing.
const onTheServer = {
  resolve: { conditions: ['react-server', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['react-server', 'node', 'import', 'default'] } },
}

function integration(engine: 'pglite' | 'postgres') {
  return {
    ...onTheServer,
    root,
    test: {
      name: engine,
      include: ['tests/integration/**/*.test.ts'],
      globalSetup: [`${root}tests/support/${engine}-template.ts`],
      env: { NODE_ENV: 'test', TEST_ENGINE: engine, TZ: 'Asia/Kathmandu' },
      pool: 'forks' as const,
      isolate: true,
      // The embedded engine takes some 300 MB for each open database.
      maxWorkers: 2,
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      {
        ...onTheServer,
        root,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'],
          // A zone that is neither the register's nor the machine's, to show what leans on it.
          env: { TZ: 'Asia/Kathmandu' },
          maxWorkers: 2,
        },
      },
      integration('pglite'),
      integration('postgres'),
    ],
  },
})
