import { chown, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../kernel/problem.ts'
import type { Identity } from '../postgres/programs.ts'
import type { Manifest } from './manifest.ts'
import { eachAtOnce } from './take.ts'
import { readPieces, type Vault } from './vault.ts'
import { boundOf } from './wal-archive.ts'
import { type Archived, archivedSince } from './wal-files.ts'

interface RestoringCluster {
  readonly vault: Vault
  readonly manifest: Manifest
  /** A folder that is not there yet. */
  readonly target: string
  readonly identity: Identity
}

const below = 'postgres/'

/** Writes the cluster as it was copied, with all the log that there is of it, ready to recover. */
export async function writeCluster({ vault, manifest, target, identity }: RestoringCluster): Promise<void> {
  const { postgres } = manifest
  if (!postgres) throw noCluster()
  const owned = ownerOf(identity)
  for (const folder of ['', ...manifest.folders]) await owned.folder(join(target, folder))
  // The backup's own segments are whole: they come last, over what was archived of the same.
  for (const one of await archivedSince(vault, postgres)) await writeSegment(vault, { one, postgres, target, owned })
  const files = manifest.files.filter(({ name }) => name.startsWith(below))
  await eachAtOnce(files, async ({ name }) => {
    const pieces = readPieces(vault, join(vault.folder, manifest.id, name), name)
    await owned.file(join(target, name.slice(below.length)), pieces)
  })
  await owned.file(join(target, 'recovery.signal'), [])
}

interface Writing {
  readonly one: Archived
  readonly postgres: NonNullable<Manifest['postgres']>
  readonly target: string
  readonly owned: ReturnType<typeof ownerOf>
}

/** A segment that still grew when the log ended is filled up with zeros, as PostgreSQL itself makes new ones. */
async function writeSegment(vault: Vault, { one, postgres, target, owned }: Writing): Promise<void> {
  const pieces = readPieces(vault, one.path, boundOf(postgres.systemIdentifier, one.file))
  const path = join(target, 'pg_wal', one.file)
  const whole = one.segment === null ? undefined : postgres.segmentBytes
  await owned.file(path, one.whole ? pieces : wholeFrames(pieces), whole)
}

/** What was read until a frame was cut off by the end of the machine that wrote it. */
async function* wholeFrames(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* pieces
  } catch (error) {
    if (!(error instanceof Error) || !error.message.endsWith('cut off')) throw error
  }
}

/** Folders and files that belong to PostgreSQL's user and to nobody else. */
function ownerOf({ uid, gid }: Identity) {
  const give = async (path: string) => {
    if (uid !== undefined) await chown(path, uid, gid ?? uid)
  }
  return {
    folder: async (path: string) => {
      await mkdir(path, { recursive: true, mode: 0o700 })
      await give(path)
    },
    file: async (path: string, pieces: AsyncIterable<Buffer> | Iterable<Buffer>, size?: number) => {
      const out = await open(path, 'w', 0o600)
      try {
        for await (const piece of pieces) await out.writeFile(piece)
        if (size !== undefined) await out.truncate(size)
      } finally {
        await out.close()
      }
      await give(path)
    },
  }
}

function noCluster(): Problem {
  return new Problem('conflict', 'backup.no_cluster', {
    zh: '此备份不含数据库，请用该数据库自己的工具恢复。',
    en: "This backup holds no database: restore it with that database's own tools.",
  })
}
