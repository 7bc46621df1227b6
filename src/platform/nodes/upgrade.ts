import type pg from 'pg'
import { Problem } from '../../kernel/problem.ts'
import { liveNodes, servingLock } from './live.ts'

/** Before an older database is changed: a node that serves is of the older program, which does not know what is coming. */
export async function refuseWhileServed(client: pg.ClientBase): Promise<void> {
  const { length } = await liveNodes(client, servingLock)
  if (length === 0) return
  throw new Problem('conflict', 'nodes.still_serving', {
    zh: `还有 ${length} 个节点以旧版程序在此数据库上运行：请先停止它们，再升级。`,
    en: `${length} node(s) of the older program still serve this database: stop them, then upgrade.`,
  })
}
