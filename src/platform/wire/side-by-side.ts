import { type ConnectionProvider, type Dialect, Transaction } from 'kysely'

/**
 * Runs `work` with a transaction whose statements do not wait for one another: what is asked in the same turn of the event loop leaves in one packet
 * and is done in that order; when one fails in a transaction that writes, so does all that is behind it. Every statement has been answered when it
 * ends, also when one has failed; one that comes afterwards is refused, as the connection may be somebody else's by then.
 */
export async function sideBySide<Tables, Result>(
  transaction: Transaction<Tables>,
  dialect: Dialect,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  const executor = transaction.getExecutor()
  const connection = await executor.provideConnection(async (one) => one)
  const running = new Set<Promise<unknown>>()
  let over = false
  const provider: ConnectionProvider = {
    async provideConnection(consume) {
      if (over) throw new Error('the transaction has ended')
      const run = consume(connection)
      running.add(run)
      try {
        return await run
      } finally {
        running.delete(run)
      }
    },
  }
  const open = new Transaction<Tables>({
    ...{ config: { dialect }, dialect, driver: dialect.createDriver() },
    executor: executor.withConnectionProvider(provider),
  })
  try {
    return await work(open)
  } finally {
    over = true
    await Promise.allSettled(running)
  }
}
