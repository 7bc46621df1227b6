import type { Database } from '../../../platform/module.ts'
import { currentCatalogue } from '../../matters/server/api.ts'
import type { Draft } from '../contract/draft.ts'
import { compareContent } from '../domain/compare.ts'
import { editorsOf, type StoredDraft } from './store.ts'

/** The draft as the desk shows it: what differs from the version in force, in words. */
export async function viewOf(db: Database, draft: StoredDraft): Promise<Draft> {
  const { version, catalogue, fees } = await currentCatalogue(db)
  const editors = await editorsOf(db, draft.id)
  return {
    id: draft.id,
    version: draft.version,
    baseVersionId: draft.base_version_id,
    superseded: version.id !== draft.base_version_id,
    openedAt: draft.opened_at.toISOString(),
    openedBy: draft.opened_name,
    zone: draft.zone_code,
    changes: compareContent({ catalogue, fees }, draft.content),
    editors: [...new Set(editors.map(({ name }) => name))],
  }
}
