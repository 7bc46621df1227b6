import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Problem } from '../../kernel/problem.ts'

/** So much stays free beside a backup: the database on the same disk goes on. */
const margin = 256 * 1024 * 1024

/** Refuses before anything is written when the disk of this folder has no room for so many bytes. */
export async function refuseFullDisk(folder: string, bytes: number): Promise<void> {
  let there = folder
  while (!existsSync(there)) there = dirname(there)
  const { bavail, bsize } = await statfs(there)
  const free = bavail * bsize
  if (free >= bytes + margin) return
  const [need, have] = [bytes + margin, free].map((n) => `${Math.ceil(n / 1024 / 1024)} MB`)
  throw new Problem('conflict', 'backup.disk_full', {
    zh: `${there} 所在磁盘空间不足：需要 ${need}，只有 ${have}。请清理，或指定另一块磁盘上的目录。`,
    en: `The disk of ${there} has no room: ${need} are needed and ${have} free. Make room, or name a folder on another disk.`,
  })
}
