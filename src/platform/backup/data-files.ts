import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { putFile, type Stored, type Vault } from './vault.ts'

/** Of the data folder, beside the database and the uploads. The passwords open nothing that a backup does not hold anyway. */
const plain = ['postgres.password', 'app-login.json']
/** With these, whoever has the backup can sign checkpoints in the installation's name and read the channels' secrets. */
const keyFiles = ['secret-key', 'journal-key.pem']
const checkpoints = 'checkpoints'
const below = 'data/'

interface Copying {
  readonly dataFolder: string
  /** Of the backup. */
  readonly folder: string
  readonly keys: boolean
}

/** Copies what belongs to the installation besides database and uploads, and the checkpoints that lie outside the database. */
export async function copyData(vault: Vault, { dataFolder, folder, keys }: Copying): Promise<Stored[]> {
  const kept = await readdir(join(dataFolder, checkpoints)).catch(() => [])
  const names = [
    ...plain,
    ...(keys ? keyFiles : []),
    ...kept.filter((name) => name.endsWith('.jsonl')).map((name) => `${checkpoints}/${name}`),
  ]
  const stored: Stored[] = []
  for (const name of names) {
    const home = name === 'postgres.password' ? await homeOf(dataFolder) : dataFolder
    const one = await putFile(vault, { source: join(home, name), base: folder, name: `${below}${name}` })
    if (one) stored.push(one)
  }
  return stored
}

/** Where the cluster and its password lie (see `findPlace`). */
async function homeOf(dataFolder: string): Promise<string> {
  const pointer = await readFile(join(dataFolder, 'postgres.home'), 'utf8').catch(() => null)
  return pointer?.trim() ?? dataFolder
}

export function hasKeys(files: readonly Stored[]): boolean {
  return files.some(({ name }) => name === `${below}journal-key.pem`)
}
