import type { Method } from '../../kernel/endpoint.ts'
import type { Handler } from '../module.ts'

/** What is behind an address, and what stands in it where the endpoint has its parameters, decoded. */
export interface Found {
  readonly handler: Handler
  readonly params: Readonly<Record<string, string>>
}

/** The addresses of all endpoints, segment by segment. */
export interface Addresses {
  readonly handlers: readonly Handler[]
  /** HEAD asks for what GET would answer. A fixed word comes before a parameter. */
  readonly find: (method: string, url: string) => Found | undefined
  /** The methods that the address has, in the order of `methods`; none where nothing is. */
  readonly methodsAt: (url: string) => readonly Method[]
}

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly Method[]

/** No id, code or name in an address is longer. */
const longestParameter = 100

interface Branch {
  readonly words: Map<string, Branch>
  /** Whatever stands for a parameter: endpoints may name it differently. */
  parameter: Branch | undefined
  readonly handlers: Map<string, Handler>
}

const parameterMark = ':'
const branch = (): Branch => ({ words: new Map(), parameter: undefined, handlers: new Map() })

/**
 * Finds endpoints among thousands by one walk. A route of Fastify for each would cost every start of the program a tenth of its time: each
 * gets hooks, a context and a compiled matcher of its own, and hardly any is asked before the next start.
 */
export function addressesOf(handlers: readonly Handler[]): Addresses {
  const root = branch()
  for (const handler of handlers) {
    const { method, path } = handler.endpoint
    let at = root
    for (const segment of path.split('/')) at = stepTo(at, segment)
    at.handlers.set(method, handler)
  }
  return {
    handlers,
    find: (method, url) => {
      const wanted = method === 'HEAD' ? 'GET' : method
      const segments = segmentsOf(url)
      const handler = ends(root, segments)
        .find((end) => end.handlers.has(wanted))
        ?.handlers.get(wanted)
      return handler && { handler, params: paramsOf(handler, segments) }
    },
    methodsAt: (url) => {
      const there = new Set(ends(root, segmentsOf(url)).flatMap((end) => [...end.handlers.keys()]))
      return methods.filter((method) => there.has(method))
    },
  }
}

function stepTo(at: Branch, segment: string): Branch {
  if (segment.startsWith(parameterMark)) {
    at.parameter ??= branch()
    return at.parameter
  }
  const next = at.words.get(segment) ?? branch()
  at.words.set(segment, next)
  return next
}

/** Of an address that cannot be decoded none: nothing is there. */
function segmentsOf(url: string): readonly string[] {
  const end = url.search(/[?#]/)
  try {
    return (end < 0 ? url : url.slice(0, end)).split('/').map(decodeURIComponent)
  } catch {
    return []
  }
}

/** Where an address may lead, words before parameters. */
function ends(from: Branch, segments: readonly string[], at = 0): readonly Branch[] {
  const segment = segments[at]
  if (segment === undefined) return [from]
  const word = from.words.get(segment)
  const fits = segment !== '' && segment.length <= longestParameter
  const ways = [word, fits ? from.parameter : undefined].filter((way) => way !== undefined)
  return ways.flatMap((way) => ends(way, segments, at + 1))
}

function paramsOf({ endpoint }: Handler, segments: readonly string[]): Readonly<Record<string, string>> {
  const named = endpoint.path.split('/').map((part, at) => [part, segments[at] ?? ''] as const)
  const given = named.filter(([part]) => part.startsWith(parameterMark))
  return Object.fromEntries(given.map(([part, value]) => [part.slice(1), value]))
}
