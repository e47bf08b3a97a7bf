import { test } from './page'

/**
 * Runs tests with JavaScript and without it. Both change the one register of their file: `item` gives each
 * run an item of its own.
 */
export function withAndWithoutScripts(
  declare: (run: {
    javaScriptEnabled: boolean
    item: (withScripts: string, without: string) => string
  }) => void,
): void {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled })
      declare({
        javaScriptEnabled,
        item: (withScripts, without) => (javaScriptEnabled ? withScripts : without),
      })
    })
  }
}
