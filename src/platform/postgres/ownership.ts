import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { Problem } from '../../kernel/problem.ts'

/**
 * One Luodi a data folder. The lock lives in a session of the database itself, so it ends with the process that holds it, however that
 * ends, and no stale lock file can keep the next start out. A dead process's session needs a moment to be noticed.
 */
export async function takeOwnership(guard: pg.Client, dataFolder: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await tryOwnership(guard)) return
    await sleep(200)
  }
  await guard.end()
  throw new Problem('conflict', 'postgres.in_use', {
    zh: `另一个 Luodi 正在使用数据目录 ${dataFolder}：请先停止它，或用 LUODI_DATA 指定别的目录。`,
    en: `Another Luodi is running on the data folder ${dataFolder}: stop it first, or set LUODI_DATA to another folder.`,
  })
}

/** Takes the data folder for this session, unless another process has it. */
export async function tryOwnership(guard: pg.Client): Promise<boolean> {
  const { rows } = await guard.query<{ taken: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('luodi data folder', 0)) as taken`,
  )
  return rows[0]?.taken === true
}
