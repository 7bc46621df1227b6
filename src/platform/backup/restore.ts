import { chown, copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import type pg from 'pg'
import type { Verified } from '../journal/verify/verify-zone.ts'
import { findPlace, type Place } from '../postgres/place.ts'
import { findPostmaster } from '../postgres/postmaster.ts'
import { verifyJournals } from './journals.ts'
import { type LostCheckpoint, sortCheckpoints } from './lost-checkpoints.ts'
import type { Manifest } from './manifest.ts'
import { type Recovered, type RecoverTo, recoverCluster, withOwner } from './recover.ts'
import { writeCluster } from './restore-cluster.ts'
import { writeData, writeUploads } from './restore-data.ts'
import * as refusals from './restore-refusals.ts'
import { keepMarker } from './restored.ts'
import { syncFolder } from './sync.ts'
import { uploadsIn } from './uploads.ts'
import type { Vault } from './vault.ts'
import { verifyBackup } from './verify.ts'

interface Restoring {
  readonly vault: Vault
  readonly id: string
  readonly to: RecoverTo
  /** The data folder that is to hold the installation. */
  readonly dataFolder: string
  /** What is in it is put aside, never removed; without this a folder that holds anything is refused. */
  readonly replace: boolean
  readonly now: Date
}

export interface Restored extends Recovered {
  readonly manifest: Manifest
  /** Where what was in the data folder before lies now. */
  readonly aside: string | null
  readonly uploads: number
  readonly journals: readonly Verified[]
  /** Checkpoints of the journal that lie outside and tell of events that are no longer there. */
  readonly lost: readonly LostCheckpoint[]
  /** Whether the installation's keys are there: from the backup, or from the folder that was replaced. */
  readonly keys: boolean
}

/**
 * Restores a backup with the log that was archived after it. Everything is built, recovered and looked at beside the data folder first: a
 * damaged backup or a moment that is not there leaves the folder as it was.
 */
export async function restoreBackup(restoring: Restoring): Promise<Restored> {
  const { vault, id, to, dataFolder, now } = restoring
  await refuseInUse(restoring)
  const { manifest, damages } = await verifyBackup(vault, id)
  if (damages.length > 0) throw refusals.damaged(damages)
  if (to.at && to.at < new Date(manifest.stoppedAt)) throw refusals.beforeBackup(to.at, manifest)
  const place = await findPlace(dataFolder)
  const draft = await mkdtemp(join(dirname(place.cluster), 'restoring-'))
  const data = await mkdtemp(join(dataFolder, 'restoring-data-'))
  try {
    if (place.identity.uid !== undefined) await chown(draft, place.identity.uid, place.identity.gid ?? -1)
    const cluster = join(draft, 'postgres')
    await writeCluster({ vault, manifest, target: cluster, identity: place.identity })
    const password = await writeData({ vault, manifest, target: data })
    await writeUploads(vault, data)
    const kept: Kept = { journals: [], lost: [] }
    const at = { ...place, cluster, password: password ?? place.password }
    const recovered = await recoverCluster(at, to, async (ownerUrl, { lastAt }) => {
      const folders = [join(data, 'checkpoints'), join(vault.folder, 'checkpoints'), join(dataFolder, 'checkpoints')]
      kept.lost = await withOwner(ownerUrl, (client) => sortCheckpoints(client, { vault, folders, target: data, now }))
      await withOwner(ownerUrl, (client) => endSessions(client))
      kept.journals = await verifyJournals(ownerUrl, lastAt ?? new Date(manifest.stoppedAt))
    })
    await keepMarker(data, {
      at: now.toISOString(),
      to: recovered.lastAt?.toISOString() ?? manifest.stoppedAt,
      backup: id,
    })
    await syncFolder(data)
    const uploads = (await uploadsIn(join(data, 'files'))).length
    const moved = await moveIn(restoring, { place, cluster, data, password })
    return { ...recovered, manifest, uploads, ...kept, ...moved }
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(data, { recursive: true, force: true })
  }
}

interface Kept {
  journals: readonly Verified[]
  lost: readonly LostCheckpoint[]
}

const ours = /^(postgres\.(home|log|password)|before-restore-.*|restoring-.*)$/

/** Never over a running database, and over a folder that holds something only when that was asked for. */
async function refuseInUse({ dataFolder, replace, vault }: Restoring): Promise<void> {
  const place = await findPlace(dataFolder)
  if (await findPostmaster(place)) throw refusals.running(dataFolder)
  const names = await entriesOf({ dataFolder, vault })
  if (names.length > 0 && !replace) throw refusals.notEmpty(dataFolder)
}

/** What lies in a data folder besides the backups and what earlier restores have put aside. */
async function entriesOf({ dataFolder, vault }: Pick<Restoring, 'dataFolder' | 'vault'>): Promise<string[]> {
  const [inside = ''] = relative(dataFolder, vault.folder).split('/')
  const names = await readdir(dataFolder).catch(() => [])
  return names.filter((name) => name !== inside && !ours.test(name))
}

async function endSessions(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select to_regclass('access.sessions') is not null as there`)
  if (rows[0]?.there) await client.query('delete from access.sessions')
}

interface Parts {
  readonly place: Place
  readonly cluster: string
  readonly data: string
  readonly password: string | null
}

/** The last step: what was there goes aside by renaming, what was restored takes its place. */
async function moveIn(restoring: Restoring, { place, cluster, data, password }: Parts) {
  const { dataFolder, now } = restoring
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const aside = join(dataFolder, `before-restore-${stamp}`)
  const before = await entriesOf(restoring)
  const home = dirname(place.cluster)
  if (before.length > 0) await mkdir(aside, { mode: 0o700 })
  for (const name of before) await rename(join(dataFolder, name), join(aside, name))
  // The cluster of a folder that PostgreSQL's user cannot reach lies elsewhere, and stays on that disk.
  const old = (await readdir(home)).includes(basename(place.cluster))
  if (old) await rename(place.cluster, join(home, `postgres.before-restore-${stamp}`))
  await rename(cluster, place.cluster)
  if (password !== null) await writeFile(place.passwordFile, password, { mode: 0o600 })
  for (const name of await readdir(data)) await rename(join(data, name), join(dataFolder, name))
  const keys = await keepKeys(dataFolder, before.length > 0 ? aside : null)
  return { aside: before.length > 0 ? aside : null, keys }
}

/** A backup without the keys goes with those of the folder that it replaces. */
async function keepKeys(dataFolder: string, aside: string | null): Promise<boolean> {
  for (const name of aside === null ? [] : ['secret-key', 'journal-key.pem']) {
    if ((await readdir(dataFolder)).includes(name)) continue
    await copyFile(join(aside ?? '', name), join(dataFolder, name)).catch(() => undefined)
  }
  return (await readdir(dataFolder)).includes('journal-key.pem')
}
