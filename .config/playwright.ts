import { defineConfig } from '@playwright/test'

const executablePath = process.env.CHROMIUM_PATH
// Set by the global setup, before the processes that run the tests read this file again.
const baseURL = process.env.BASE_ADDRESS

export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results',
  globalSetup: '../tests/support/served-register.ts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Patience, not speed: a machine may be slow, and two files run on it at a time.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        ...(baseURL ? { baseURL } : {}),
        locale: 'zh-HK',
        timezoneId: 'Asia/Kathmandu',
        screenshot: 'only-on-failure',
        launchOptions: {
          ...(executablePath ? { executablePath } : {}),
          // Containers run as root and have a small /dev/shm.
          args: ['--no-sandbox', '--disable-dev-shm-usage'],
        },
      },
    },
  ],
})
