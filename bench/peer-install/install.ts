import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { installDirectus } from './directus.ts'
import { installNocobase } from './nocobase.ts'
import { command, type Place, peerNode, peersFolder, peerYarn, step } from './step.ts'

/**
 * `node bench/peer-install/install.ts [nocobase] [directus]`: the peers with which P1 is compared, into bench/peers/, never a part of the product.
 * Each has LUODI_PEER_MINUTES (default 20) for its installation; what is not done by then goes on at the next call.
 */
const installers = { nocobase: installNocobase, directus: installDirectus } as const
type Peer = keyof typeof installers

const minutes = Number(process.env.LUODI_PEER_MINUTES ?? 20)

function placeOf(name: string): Place {
  const folder = join(peersFolder, name)
  mkdirSync(folder, { recursive: true })
  return { folder, until: Date.now() + minutes * 60_000 }
}

/** Their Node and yarn, from the registry like everything else. */
async function installNode(): Promise<void> {
  const place = placeOf('node')
  await step(place, 'node-and-yarn', () =>
    command(place, {
      program: 'npm',
      args: [
        'install',
        '--prefix',
        place.folder,
        '--no-audit',
        '--no-fund',
        `${peerNode.package}@${peerNode.version}`,
        peerYarn,
      ],
      cwd: place.folder,
    }),
  )
}

function isPeer(name: string): name is Peer {
  return name in installers
}

const named = process.argv.slice(2)
const unknown = named.find((name) => !isPeer(name))
if (unknown !== undefined) throw new Error(`No peer "${unknown}": choose of ${Object.keys(installers).join(', ')}.`)
const peers: readonly Peer[] = named.length > 0 ? named.filter(isPeer) : ['nocobase', 'directus']

await installNode()
for (const peer of peers) {
  try {
    await installers[peer](placeOf(peer))
    process.stdout.write(`${peer} is installed\n`)
  } catch (error) {
    process.stderr.write(`${peer} is not installed: ${(error as Error).message}\n`)
    process.exitCode = 1
  }
}
