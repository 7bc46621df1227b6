import { openTestServer } from './test-server.ts'

/**
 * The PostgreSQL of a whole `npm test`, with its template: prints in one line where it is, and stops when its input ends, as it also does when
 * whoever started it is gone.
 */
const { server, stop } = await openTestServer()
process.stdout.write(`${JSON.stringify(server)}\n`)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
process.stdin.resume()
process.stdin.once('end', () => void stop())
