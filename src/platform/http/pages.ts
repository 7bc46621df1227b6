import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refusal, sendRefusal } from './answers.ts'

const notFound = refusal(404, 'http.not_found', '没有这个地址。', 'There is nothing at this address.')
const yearSeconds = 31_536_000

/**
 * Serves the built pages. Files with a hash in their name never change and are kept for a year; the page itself is asked for each time.
 * An address of the router (a GET that wants a page, outside /api/) gets the page; everything else that is unknown is a 404 problem.
 */
export async function servePages(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const there = folder !== undefined && existsSync(folder)
  if (there) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      // The build has put each script beside itself, compressed.
      preCompressed: true,
      setHeaders: (reply, path) => {
        const hashed = path.includes('/assets/')
        reply.header('cache-control', hashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache')
      },
    })
    // Named outright, a file is not looked for in its folder of a thousand names first, as it is at any other address.
    app.get<{ Params: { name: string } }>('/assets/:name', ({ params }, reply) =>
      reply.sendFile(`assets/${params.name}`),
    )
  }
  app.setNotFoundHandler((request, reply) => {
    if (there && wantsPage(request)) return reply.sendFile('index.html')
    return sendRefusal(request, reply, notFound)
  })
}

function wantsPage(request: FastifyRequest): boolean {
  const reads = request.method === 'GET' || request.method === 'HEAD'
  return reads && !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
}
