import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { CommitVerdict } from '../contract/verdict.ts'
import { verdictsFor } from './rules.ts'
import type { StoredCommitment } from './store.ts'
import { type FilledWords, filledWords } from './words.ts'

interface BeforeSigning {
  readonly words: ReadonlyMap<string, FilledWords>
  readonly verdicts: ReadonlyMap<string, CommitVerdict>
}

/** So many projects are looked into at most: longer lists show the texts as they are stored. */
const projectsAtMost = 20

/** Of drafts, by id: the text with what is known today, and whether the enterprise may sign. */
export async function beforeSigning(
  db: Database,
  context: RequestContext,
  rows: readonly StoredCommitment[],
): Promise<BeforeSigning> {
  const drafts = rows.filter(({ state }) => state === 'drafted')
  const words = new Map<string, FilledWords>()
  const verdicts = new Map<string, CommitVerdict>()
  const byProject = Map.groupBy(drafts, (row) => row.project_id)
  if (byProject.size > projectsAtMost) return { words, verdicts }
  for (const [projectId, own] of byProject) {
    for (const row of own) {
      const filled = await filledWords(db, row, legalDayOf(context.now))
      if (filled) words.set(row.id, filled)
    }
    const asked = own.filter(({ signer }) => signer === 'enterprise')
    const enterpriseId = asked[0]?.enterprise_id
    if (enterpriseId === undefined) continue
    const matters = asked.map(({ matter }) => matter)
    const found = await verdictsFor(db, zoneOf(context), { projectId, enterpriseId, matters, now: context.now })
    for (const { id, matter } of asked) {
      const verdict = found.get(matter)
      if (verdict) verdicts.set(id, verdict)
    }
  }
  return { words, verdicts }
}
