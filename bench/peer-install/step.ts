import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const peersFolder = join(import.meta.dirname, '..', 'peers')

/** The Node on which both peers run: the newest line for which Directus's isolated-vm builds. The package brings its headers along. */
export const peerNode = { package: `node-linux-${process.arch}`, version: '22.23.3' } as const
export const peerYarn = 'yarn@1.22.22'

export interface Place {
  readonly folder: string
  /** When the time for this peer is up, milliseconds since 1970. */
  readonly until: number
}

export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/** What says that this step of a peer's installation is done. */
function stampOf(folder: string, name: string): string {
  return join(folder, `.done-${name}`)
}

/** Whether a peer's installation has come to this step and through it. */
export function isDone(peer: string, name: string): boolean {
  return existsSync(stampOf(join(peersFolder, peer), name))
}

/** Does one step of an installation once: a stamp says that it is done, so that an install that ran out of time goes on where it was. */
export async function step(place: Place, name: string, work: () => Promise<void>): Promise<void> {
  const stamp = stampOf(place.folder, name)
  if (existsSync(stamp)) return
  const before = performance.now()
  process.stdout.write(`${name} …\n`)
  await work()
  writeFileSync(stamp, '')
  process.stdout.write(`${name}: ${Math.round((performance.now() - before) / 1000)} s\n`)
}

/** Runs a program at low priority, its words into `install.log`; throws when it fails or the time is up. */
export async function command(place: Place, { program, args, cwd, env = {} }: Command): Promise<void> {
  mkdirSync(cwd, { recursive: true })
  const log = openSync(join(place.folder, 'install.log'), 'a')
  const left = place.until - Date.now()
  const child = spawn('nice', ['-n', '15', program, ...args], {
    cwd,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', log, log],
    detached: true,
  })
  const timer = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGTERM'), Math.max(1, left))
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve))
  clearTimeout(timer)
  if (code === 0) return
  const why = Date.now() >= place.until ? 'the time is up' : `it ended with ${code}`
  throw new Error(`${program} ${args.join(' ')}: ${why}; see ${join(place.folder, 'install.log')}`)
}

/** Settings of the npm that started us are not for the npm that we start. */
export function cleanEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS)/i.test(name))
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

/** PATH with the peers' own Node and yarn first: NocoBase calls yarn by itself. */
export function peerPath(): string {
  return [join(nodeFolder(), 'bin'), join(peersFolder, 'node', 'node_modules', '.bin'), process.env.PATH ?? ''].join(
    ':',
  )
}

export function nodeFolder(): string {
  return join(peersFolder, 'node', 'node_modules', peerNode.package)
}
