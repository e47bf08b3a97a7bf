/** The stand-alone script, which is plain JavaScript: what the tests and the bundler may take from it. */
declare module '*/verify-log.mjs' {
  type Problem = { code: string; number: number | null; text: string }
  type Held = { origin: string; keys: object[]; checkpoints: object[] }
  export function verifyLog(log: {
    entries: string[]
    checkpoints: unknown
    kept?: string | null
    key?: string | null
  }): Promise<{ problems: Problem[]; unchecked: number; size: number; root: string }>
  export function verifyInclusion(proof: {
    index: number
    size: number
    leaf: string
    root: string
    hashes: string[]
  }): boolean
  export function verifyConsistency(proof: {
    from: number
    to: number
    fromRoot: string
    toRoot: string
    hashes: string[]
  }): boolean
  export function canonical(value: unknown): string
  export function leafHash(entry: string | Uint8Array): Uint8Array
  export function sha256InScript(bytes: Uint8Array): Uint8Array
  export function isSignedBy(note: string, verifier: string): Promise<boolean | null>
  export function linesOf(text: string): string[]
  export class Tree {
    size: number
    add(leaf: Uint8Array): void
    root(): string
  }
  export type { Held }
}
