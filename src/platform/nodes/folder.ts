import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { Problem } from '../../kernel/problem.ts'
import { liveNodes, startedLock } from './live.ts'

const folderOf = (dataFolder: string) => join(dataFolder, 'nodes')
const fileOf = (dataFolder: string, id: number) => join(folderOf(dataFolder), String(id))

/** The proof that nodes share a folder: each sees what the others have just written there. A copy of the folder does not show it. */
export function signIn(dataFolder: string, id: number): void {
  mkdirSync(folderOf(dataFolder), { recursive: true })
  writeFileSync(fileOf(dataFolder, id), `${JSON.stringify({ pid: process.pid, since: new Date().toISOString() })}\n`)
}

export function signOut(dataFolder: string, id: number): void {
  rmSync(fileOf(dataFolder, id), { force: true })
}

/** What ended nodes left there. */
export function sweepFolder(dataFolder: string, live: readonly number[]): void {
  for (const name of readdirSync(folderOf(dataFolder))) {
    if (!live.includes(Number(name))) rmSync(join(folderOf(dataFolder), name), { force: true })
  }
}

/**
 * Refuses a data folder other than that of the nodes which run on the database now: uploads would be missing on one of them, secrets could
 * not be opened, and the journal would be signed with two keys.
 */
export async function refuseOtherFolder(client: pg.ClientBase, dataFolder: string): Promise<void> {
  const live = await liveNodes(client, startedLock)
  if (live.every((id) => existsSync(fileOf(dataFolder, id)))) return
  throw new Problem('conflict', 'nodes.other_folder', {
    zh: `另一个节点正在同一数据库上以别的数据目录运行，本节点的目录是 ${dataFolder}：所有节点须用同一个共享目录（LUODI_DATA）。`,
    en: `Another node runs on this database with another data folder than ${dataFolder}: all nodes share one folder (LUODI_DATA).`,
  })
}
