// Plain JavaScript, since it runs before packages are installed: what the tests may take from it.
declare module '*/test-report.mjs' {
  type TestFile = { project: string; file: string; seconds: number; passed: number; others: number }
  type Failure = { file: string; test: string; errors: string[] }
  type Step = { name: string; seconds: number; files?: TestFile[] }
  export const budgets: Record<string, number>
  export function tableOf(steps: Step[]): string[]
  export function overBudget(steps: Step[]): string[]
  export function slowestOf(files: TestFile[], howMany: number): string[]
  export function countOf(files: TestFile[]): { passed: number; others: number }
  export function filesOfPlaywright(report: object): TestFile[]
  export function failuresOfPlaywright(report: object): Failure[]
  export function linesOfFailures(failures: Failure[]): string[]
}
declare module '*/test-seed.mjs' {
  export function seedOfRun(): number
  export function seedOf(commit: string | undefined, now: Date): number
}
declare module '*/fast-folder.mjs' {
  export function fastFolder(): string
}
