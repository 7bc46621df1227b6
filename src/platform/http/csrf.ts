import type { FastifyRequest } from 'fastify'
import { Problem } from '../../kernel/problem.ts'

/**
 * Refuses a write that a page of another site makes the browser send. Browsers say where a request comes from
 * (Sec-Fetch-Site, older ones Origin); a program that is no browser says neither, and has no cookie that it does not mean to send.
 */
export function refuseCrossSite(request: Pick<FastifyRequest, 'headers' | 'host'>): void {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  // 'none' is the person's own act: an address typed in, a bookmark.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite()
  if (origin !== undefined && hostOf(origin) !== request.host) throw crossSite()
}

/** Behind a proxy the scheme may differ from ours, so that only host and port are compared. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

function crossSite(): Problem {
  return new Problem('forbidden', 'access.cross_site', {
    zh: '此请求来自其他网站，已拒绝。请在本系统的页面中操作。',
    en: "This request comes from another site and was refused. Work in this system's own pages.",
  })
}
