import { appendFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { readOutside } from '../journal/seal/outside.ts'
import { readStatement } from '../journal/seal/statement.ts'
import { textOf } from './restore-data.ts'
import { readPieces, type Vault } from './vault.ts'

/** A checkpoint that was signed and left the database, and of which the restored journal does not know. */
export interface LostCheckpoint {
  readonly zone: string
  readonly size: number
  /** ISO 8601. */
  readonly at: string
}

interface Sorting {
  readonly vault: Vault
  /** Where checkpoints lie: of the backup, of the vault, of the folder that is to be replaced. */
  readonly folders: readonly string[]
  /** The data folder that is being made. */
  readonly target: string
  readonly now: Date
}

/**
 * Compares every checkpoint that lies outside with the restored journal. Those that it knows stay beside it; the others are told, and kept
 * as evidence in `checkpoints/lost/`: after a restore to the past they prove what was there, and no longer what is.
 */
export async function sortCheckpoints(client: pg.Client, sorting: Sorting): Promise<LostCheckpoint[]> {
  const { target, now } = sorting
  const known = await knownStatements(client)
  const lost: LostCheckpoint[] = []
  for (const [zone, lines] of await linesByZone(sorting)) {
    const [kept, gone] = [new Map<string, string>(), new Map<string, string>()]
    for (const line of lines) {
      const statement = statementOf(line)
      if (statement !== null) (known.has(statement) ? kept : gone).set(statement, line)
    }
    const path = join(target, 'checkpoints', `${zone}.jsonl`)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, textOfLines(kept))
    if (gone.size === 0) continue
    const evidence = join(target, 'checkpoints', 'lost', `${now.toISOString().replaceAll(':', '-')}-${zone}.jsonl`)
    await mkdir(dirname(evidence), { recursive: true })
    await appendFile(evidence, textOfLines(gone))
    for (const statement of gone.keys()) {
      const stated = readStatement(statement)
      if (stated) lost.push({ zone, size: stated.size, at: stated.at })
    }
  }
  return lost.sort((a, b) => (a.zone === b.zone ? a.size - b.size : a.zone < b.zone ? -1 : 1))
}

function textOfLines(lines: ReadonlyMap<string, string>): string {
  return [...lines.values()].map((line) => `${line}\n`).join('')
}

async function knownStatements(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows: found } = await client.query(`select to_regclass('journal.checkpoints') is not null as there`)
  if (!found[0]?.there) return new Set()
  const { rows } = await client.query<{ statement: string }>('select statement from journal.checkpoints')
  return new Set(rows.map(({ statement }) => statement))
}

async function linesByZone({ folders, vault }: Sorting): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (!name.endsWith('.jsonl')) continue
      const zone = name.slice(0, -'.jsonl'.length)
      const inVault = folder.startsWith(vault.folder)
      const text = inVault ? await textOf(readPieces(vault, join(folder, name), `checkpoints/${name}`)) : null
      const lines =
        text === null ? readOutside(dirname(folder), zone).map((one) => JSON.stringify(one)) : text.split('\n')
      found.set(zone, [...(found.get(zone) ?? []), ...lines])
    }
  }
  return found
}

function statementOf(line: string): string | null {
  try {
    const { statement } = JSON.parse(line) as { statement?: unknown }
    return typeof statement === 'string' ? statement : null
  } catch {
    return null
  }
}
