import type { FastifyInstance } from 'fastify'
import type { Handler } from '../module.ts'
import { refusal, sendRefusal } from './answers.ts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = Handler['endpoint']['method']

/**
 * Answers 405 at the methods that an address does not have, and 404 where nothing is: one route beneath all endpoints. One beside each of
 * them would double what a server has to route, and with it the time that a start takes.
 */
export function refuseOtherMethods(app: FastifyInstance, handlers: readonly Handler[]): void {
  const known = addresses(handlers)
  app.route({
    method: [...methods],
    url: '/api/*',
    exposeHeadRoute: false,
    handler: (request, reply) => {
      const segments = (request.url.split('?')[0] ?? '').split('/')
      const allowed = methods.filter((method) => methodsAt(known, segments).has(method))
      // An address that takes this method and still led here has a part that is longer than any id.
      const tooLong = allowed.some((method) => method === request.method)
      if (allowed.length === 0 || tooLong) return reply.callNotFound()
      const wrongMethod = refusal(
        405,
        'http.method',
        `此地址只接受 ${allowed.join('、')}。`,
        `This address takes ${allowed.join(', ')} only.`,
      )
      return sendRefusal(request, reply.header('allow', allowed.join(', ')), wrongMethod)
    },
  })
}

/** Addresses segment by segment; whatever stands for a parameter is kept under one name. */
interface Branch {
  readonly next: Map<string, Branch>
  readonly methods: Set<Method>
}

const parameter = ':'

function addresses(handlers: readonly Handler[]): Branch {
  const root: Branch = { next: new Map(), methods: new Set() }
  for (const { endpoint } of handlers) {
    let at = root
    for (const segment of endpoint.path.split('/')) {
      const name = segment.startsWith(parameter) ? parameter : segment
      const next = at.next.get(name) ?? { next: new Map(), methods: new Set() }
      at.next.set(name, next)
      at = next
    }
    at.methods.add(endpoint.method)
  }
  return root
}

function methodsAt(branch: Branch, [segment, ...rest]: readonly string[]): ReadonlySet<Method> {
  if (segment === undefined) return branch.methods
  const ways = [branch.next.get(segment), segment === '' ? undefined : branch.next.get(parameter)]
  return new Set(ways.flatMap((way) => (way ? [...methodsAt(way, rest)] : [])))
}
