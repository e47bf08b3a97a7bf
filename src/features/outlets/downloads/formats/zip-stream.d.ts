declare module 'zip-stream' {
  import type { Readable } from 'node:stream'
  import type { ZlibOptions } from 'node:zlib'

  /** Writes a ZIP archive as it is read, one entry after another; ZIP64 where it is needed. */
  export default class ZipStream extends Readable {
    constructor(options?: { zlib?: ZlibOptions })
    entry(
      source: Buffer | string | Readable,
      data: { name: string; date: Date; mode: number },
      done: (error: Error | null) => void,
    ): this
    finalize(): void
  }
}
