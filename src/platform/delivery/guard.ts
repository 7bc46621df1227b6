import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { fault } from './faults.ts'

/** What an installation lets its messages reach, and how names are resolved. */
export interface Outside {
  /** `host` or `host:port` that may be private and without encryption: an intranet's mail server, a test's receiver. */
  readonly allow: readonly string[]
  readonly resolve: (host: string) => Promise<readonly Target[]>
}

export interface Target {
  readonly address: string
  readonly family: number
}

/** `LUODI_ALLOW_HOSTS`, separated by commas: only whoever runs the installation opens its own network, never a zone's administrator. */
export function outsideOf(env: NodeJS.ProcessEnv): Outside {
  const allow = (env.LUODI_ALLOW_HOSTS ?? '').split(',').map((host) => host.trim().toLowerCase())
  return { allow: allow.filter((host) => host !== ''), resolve: (host) => lookup(host, { all: true, verbatim: true }) }
}

/** Loopback, private, link-local (169.254.169.254 tells clouds' secrets), shared, test, multicast and reserved ranges. */
const closed4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
const closed = new BlockList()
for (const [net, prefix] of closed4) closed.addSubnet(net, prefix, 'ipv4')
/** Of IPv6 only what is routed in public is open. */
const public6 = new BlockList()
public6.addSubnet('2000::', 3, 'ipv6')
const hidden6 = new BlockList()
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  hidden6.addSubnet(net, prefix, 'ipv6')
}

export function isPublic({ address, family }: Target): boolean {
  if (family === 4 || isIP(address) === 4) return !closed.check(address, 'ipv4')
  return isIP(address) === 6 && public6.check(address, 'ipv6') && !hidden6.check(address, 'ipv6')
}

/**
 * Where a host really leads, looked up once: the connection is then made to exactly this address, so that a name that answers differently
 * the second time leads nowhere else. Refused when any of its addresses is not public, unless the installation names the host.
 */
export async function openTarget(host: string, port: number, { allow, resolve }: Outside): Promise<Target> {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  const kind = isIP(name)
  const targets = kind !== 0 ? [{ address: name, family: kind }] : await resolve(name).catch(() => [])
  const [first] = targets
  if (!first) throw fault('unknown_host', { host: name })
  if (isAllowed(name, port, allow) || targets.every(isPublic)) return first
  throw fault('closed_address', { host: name })
}

export function isAllowed(host: string, port: number, allow: readonly string[]): boolean {
  return allow.includes(host.toLowerCase()) || allow.includes(`${host.toLowerCase()}:${port}`)
}
