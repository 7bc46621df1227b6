import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { Target } from './probe.ts'

/**
 * A small server that does what the product must never do, on the same database: text of the caller becomes part of a statement, once from
 * the query and once from a JSON body. Who probes and does not find these has not probed.
 */
export async function plantFaults(ownerUrl: string) {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 4 })
  const server = createServer(async (request, response) => {
    try {
      let body = ''
      for await (const part of request) body += String(part)
      const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('q')
      const text = query ?? (JSON.parse(body || '{}') as { name?: string }).name ?? ''
      const { rows } = await pool.query(`select name from enterprises.enterprises where name like '%${text}%' limit 20`)
      response.setHeader('content-type', 'application/json').end(JSON.stringify(rows))
    } catch {
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"code":"refused"}')
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const targets: readonly Target[] = [
    { name: 'planted, in the query', url: `${url}/list?q=a`, parameters: ['q'] },
    { name: 'planted, in a JSON body', url: `${url}/find`, method: 'POST', body: '{"name":"a"}' },
  ]
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await pool.end()
  }
  return { targets, close }
}
