/** A checkpoint is made at least this often, in milliseconds, whether or not anything was published. */
export const checkpointInterval = 3_600_000

/**
 * Why what the database holds is not what was signed.
 * `entry`, `checkpoint`, `key`: the one of this number is altered or missing. `tree`: a hash that proofs are
 * computed from. `rewound`: the database does not hold the last checkpoint that this server signed.
 */
export type LogProblem =
  | { kind: 'entry' | 'checkpoint' | 'key'; number: number }
  | { kind: 'tree' | 'rewound' }

/** A problem as the server's own log tells it. */
export function problemSentence(problem: LogProblem): string {
  const what = {
    entry: 'revision',
    checkpoint: 'checkpoint',
    key: 'key',
    tree: 'a hash of the tree',
    rewound: 'the last checkpoint that was signed here',
  }[problem.kind]
  const which = 'number' in problem ? `${what} ${problem.number}` : what
  return `The log in the database is not the one that was signed: ${which} is altered or missing. No checkpoint is signed over it. See README.md, “The signed log”.`
}

/** What this server knows of the log: when it was last checked whole, and what stands in the way of signing. */
export type LogCondition = {
  /** ISO time of the last whole check by this process; null before the first has ended. */
  checkedAt: string | null
  problem: LogProblem | null
}

/** A checkpoint as pages and endpoints show it. */
export type ShownCheckpoint = {
  number: number
  size: number
  /** The fingerprint, in base64. */
  root: string
  /** ISO time. */
  signedAt: string
  /** Of the key that signed it: its number, and its id (8 hexadecimal digits). */
  key: number
  keyId: string
  /** The signed note whole. */
  note: string
}

/** A key as endpoints show it. */
export type ShownKey = {
  number: number
  id: string
  /** `name+id+key` (C2SP signed-note). */
  verifier: string
  /** ISO time. */
  since: string
  /** How the key before introduced it; null for the first. */
  note: string | null
}
