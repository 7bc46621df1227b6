import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { answers } from './bare-answers.ts'
import { ordersOf, ready } from './child.ts'

/** What one would write without us: node:http, pg, SQL; no sessions, no permissions, no walls. As many connections as the product has. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
const pool = new pg.Pool({ connectionString: ordersOf().ownerUrl, max: 10 })

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
})
// As long as ours: between two rounds of a slow machine a connection would else be closed while it is used again.
server.keepAliveTimeout = 72_000
server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://bare')
  const work = answers[url.pathname]
  if (!work) {
    response.writeHead(404).end()
    return
  }
  const text = await work(pool, url.searchParams, request.method === 'GET' ? {} : await bodyOf(request))
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Record<string, unknown>
}
