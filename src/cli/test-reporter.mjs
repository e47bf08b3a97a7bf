import { writeFileSync } from 'node:fs'

/** Writes to the file TEST_REPORT how long each file of tests took in each project, and how many passed. */
export default class {
  onTestRunEnd(modules) {
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
    writeFileSync(process.env.TEST_REPORT, JSON.stringify(files))
  }
}
