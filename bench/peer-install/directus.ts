import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, nodeFolder, type Place, peerPath, peersFolder, step } from './step.ts'

const version = '12.4.0'
export const directusFolder = join(peersFolder, 'directus', 'app')

/** Directus without its install scripts, then isolated-vm built against the headers of the Node that runs it. */
export async function installDirectus(place: Place): Promise<void> {
  const env = { PATH: peerPath() }
  await step(place, 'install', async () => {
    await command(place, { program: 'true', args: [], cwd: directusFolder })
    const manifest = { name: 'directus-peer', private: true, dependencies: { directus: version } }
    writeFileSync(join(directusFolder, 'package.json'), JSON.stringify(manifest, null, 2))
    await command(place, {
      program: 'npm',
      args: ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      cwd: directusFolder,
      env,
    })
  })
  await step(place, 'build-isolated-vm', () =>
    command(place, {
      program: 'npm',
      args: ['rebuild', 'isolated-vm', '--build-from-source', '--foreground-scripts'],
      cwd: directusFolder,
      env: { ...env, npm_config_nodedir: nodeFolder() },
    }),
  )
}
