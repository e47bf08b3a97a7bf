import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** How a command on this machine reaches the process that holds the embedded database. */
const controlFile = z.object({
  pid: z.number().int(),
  port: z.number().int(),
  /** Shown with every command; whoever can read the data directory may use it. */
  token: z.string(),
})
export type ControlFile = z.infer<typeof controlFile>

/** Writes it whole, readable by this account alone. */
export function writeControlFile(folder: string, content: ControlFile): void {
  const draft = `${pathIn(folder)}.${content.pid}`
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600 })
  renameSync(draft, pathIn(folder))
}

/** The channel of the process `pid`; null while it has none. */
export function readControlFile(folder: string, pid: number): ControlFile | null {
  try {
    const content = controlFile.parse(JSON.parse(readFileSync(pathIn(folder), 'utf8')))
    return content.pid === pid ? content : null
  } catch {
    return null
  }
}

export function removeControlFile(folder: string): void {
  rmSync(pathIn(folder), { force: true })
}

function pathIn(folder: string): string {
  return path.join(folder, 'control.json')
}
