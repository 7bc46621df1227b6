import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, type Place, peerPath, peersFolder, step } from './step.ts'

const version = '2.2.15'
export const nocobaseFolder = join(peersFolder, 'nocobase', 'app')

/**
 * NocoBase from its own generator. One dependency (xlsx) does not resolve as published: a resolution names the same code in the registry.
 */
export async function installNocobase(place: Place): Promise<void> {
  const env = { PATH: peerPath() }
  await step(place, 'generate', () =>
    command(place, {
      program: 'npx',
      args: ['--yes', `create-nocobase-app@${version}`, 'app', '-d', 'postgres', '--skip-dev-dependencies'],
      cwd: place.folder,
      env,
    }),
  )
  await step(place, 'resolve', async () => {
    const file = join(nocobaseFolder, 'package.json')
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { resolutions?: Record<string, string> }
    manifest.resolutions = { ...manifest.resolutions, xlsx: 'npm:@e965/xlsx@0.20.3' }
    writeFileSync(file, JSON.stringify(manifest, null, 2))
  })
  await step(place, 'install', () =>
    command(place, {
      program: 'yarn',
      // A busy machine reads slowly: yarn would take that for a line that is dead.
      args: ['install', '--production', '--ignore-engines', '--no-progress', '--network-timeout', '600000'],
      cwd: nocobaseFolder,
      env,
    }),
  )
}
