import { embeddedTemplate, templatesFolder } from './template'

/**
 * Begins to make what the files of this engine copy, while others run: whoever needs it waits for it, and
 * makes it where this failed, so that the failure is told by a test.
 * @returns what waits for it at the end of the run, so that nothing goes on after that.
 */
export default function setup(): () => Promise<unknown> {
  templatesFolder()
  const made = embeddedTemplate('filled').catch(() => {})
  return () => made
}
