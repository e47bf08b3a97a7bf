import type { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'

type Inner = Parameters<Parameters<PGlite['transaction']>[0]>[0]

/**
 * Prisma's adapter for the embedded engine, which also reports refused commits. The library (0.7.2) drops the
 * error of a failing COMMIT: a write that broke a deferred constraint would be reported as done although
 * nothing was stored.
 * @param schema which schema its queries name; the library knows only one.
 */
export function honestCommits(pglite: PGlite, schema = 'public'): PrismaPGlite {
  const outcomes = new WeakMap<object, Promise<unknown>>()
  const watched = new Proxy(pglite, {
    get(target, key) {
      if (key === 'transaction') {
        return (work: (inner: Inner) => Promise<unknown>) => {
          const outcome: Promise<unknown> = target.transaction((inner) => {
            outcomes.set(inner, outcome)
            return work(inner)
          })
          return outcome
        }
      }
      const value = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const factory = new PrismaPGlite(watched)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    adapter.getConnectionInfo = () => ({ schemaName: schema, supportsRelationJoins: true })
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => {
      const transaction = await start(level)
      const commit = transaction.commit.bind(transaction)
      transaction.commit = async () => {
        await commit()
        // The adapter swallows what the commit threw; the engine's own promise has it.
        await outcomes.get((transaction as unknown as { client: object }).client)
      }
      return transaction
    }
    return adapter
  }
  return factory
}
