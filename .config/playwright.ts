import { defineConfig } from '@playwright/test'
import { seedOfRun } from '../src/cli/test-seed.mjs'

const executablePath = process.env.CHROMIUM_PATH
// Set by the global setup, before the processes that run the tests read this file again.
const baseURL = process.env.BASE_ADDRESS
// All processes of a run sample alike, or they would not know each other's tests.
process.env.TEST_SEED ??= String(seedOfRun())

// Begun first, so that no worker is left alone with one of them at the end.
const longest =
  /(review|officer-guide|editor|officer|desk|as-at|second-factor|accessibility)\.test\.ts$/

export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results',
  globalSetup: '../tests/support/browser/served-register.ts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Patience, not speed: a machine may be slow, and two files run on it at a time.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    ...(baseURL ? { baseURL } : {}),
    locale: 'zh-HK',
    timezoneId: 'Asia/Kathmandu',
    // Smooth scrolling only takes time; officer.test.ts asks for motion where that is what it tests.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Containers run as root and have a small /dev/shm.
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  projects: [
    { name: 'longest', testMatch: longest },
    { name: 'others', testIgnore: longest },
  ],
})
