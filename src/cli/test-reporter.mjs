import { writeFileSync } from 'node:fs'

/**
 * Writes to the file TEST_REPORT, as `{ files, failures }`, how long each file of tests took in each project,
 * how many of its tests passed, and what went wrong.
 */
export default class {
  onTestRunEnd(modules, errors) {
    const files = modules.map((module) => {
      const { setupDuration, collectDuration, duration } = module.diagnostic()
      const states = [...module.children.allTests()].map((test) => test.result().state)
      const passed = states.filter((state) => state === 'passed').length
      return {
        project: module.project.name,
        file: module.relativeModuleId,
        seconds: (setupDuration + collectDuration + duration) / 1000,
        passed,
        others: states.length - passed,
      }
    })
    const outside = { file: 'vitest', test: 'outside its tests', errors: messagesOf(errors) }
    const failures = [outside, ...modules.flatMap(failuresOf)].filter(
      (one) => one.errors.length > 0,
    )
    writeFileSync(process.env.TEST_REPORT, JSON.stringify({ files, failures }))
  }
}

/** What went wrong in a file: in the file itself, in what is set up for a group of tests, in a test. */
function failuresOf(module) {
  const file = `${module.project.name} ${module.relativeModuleId}`
  const groups = [...module.children.allSuites()]
  const tests = [...module.children.allTests()]
  return [
    { file, test: 'the file itself', errors: messagesOf(module.errors()) },
    ...groups.map((one) => ({ file, test: one.fullName, errors: messagesOf(one.errors()) })),
    ...tests.map((one) => ({ file, test: one.fullName, errors: messagesOf(one.result().errors) })),
  ]
}

function messagesOf(errors = []) {
  return errors.map((error) => error.stack ?? error.message)
}
