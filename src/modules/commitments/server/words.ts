import type { Day } from '../../../kernel/calendar.ts'
import type { Database } from '../../../platform/module.ts'
import { getProject } from '../../projects/server/api.ts'
import { type Filled, fillText, type VariableName, type VariableValues, variables } from '../contract/variables.ts'
import type { StoredCommitment } from './store.ts'

interface OwnWords {
  readonly id: string
  readonly version: number
  readonly zh: string
  readonly en: string
}

/** The zone's own words for a paper of a matter on a day: those for the paper before those for the matter, the latest first. */
export async function ownWords(
  db: Database,
  zoneId: string,
  { matter, ref, day }: { readonly matter: string; readonly ref: string; readonly day: Day },
): Promise<OwnWords | null> {
  const rows = await db
    .selectFrom('commitments.texts')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('matter', '=', matter)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', day)]))
    .where((eb) => eb.or([eb('paper', 'is', null), eb('paper', '=', ref)]))
    .where('archived_at', 'is', null)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const found = rows.find(({ paper }) => paper !== null) ?? rows[0]
  return found ? { id: found.id, version: found.version, zh: found.wording_zh, en: found.wording_en } : null
}

export interface FilledWords {
  readonly zh: string
  readonly en: string
  readonly missing: Filled['missing']
}

/** The words of a draft with the values of this day; null when its text has no variables. */
export async function filledWords(db: Database, row: StoredCommitment, signedOn: Day): Promise<FilledWords | null> {
  if (row.template_zh === null || row.template_en === null) return null
  const values = await valuesOf(db, row, signedOn)
  const [zh, en] = [fillText(row.template_zh, values), fillText(row.template_en, values)]
  const missing = new Map([...zh.missing, ...en.missing].map((label) => [label.en, label]))
  return { zh: zh.text, en: en.text, missing: [...missing.values()] }
}

async function valuesOf(db: Database, row: StoredCommitment, signedOn: Day): Promise<VariableValues> {
  const project = await getProject(db, row.zone_id, row.project_id)
  const enterprise = await db
    .selectFrom('enterprises.enterprises')
    .select(['name', 'uscc'])
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.enterprise_id)
    .executeTakeFirst()
  const facts: Partial<Record<VariableName, string | null>> = {}
  for (const variable of variables) {
    if (!('fact' in variable)) continue
    const value = project.basis?.facts[variable.fact]
    facts[variable.name] = value === undefined || value === null ? null : String(value)
  }
  return {
    ...facts,
    enterpriseName: enterprise?.name ?? null,
    uscc: enterprise?.uscc ?? null,
    projectName: project.name,
    matterName: row.matter_name_zh,
    paperName: row.ref,
    signedOn,
  }
}
