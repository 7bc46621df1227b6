import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { roles } from '../../kernel/role.ts'
import { FactValues } from '../../modules/matters/contract/fact-values.ts'
import { Cause, EvidenceKind, ProjectCondition, Stage } from '../../modules/projects/contract/stage.ts'
import { CaseScript, CommitmentScript } from './case-data.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'data')

/** Working days before the day of the demonstration: -1 is the last one before it. Nothing happens on that day itself or after it. */
export const Before = z.int().max(-1).min(-450)

const key = z.string().regex(/^[a-z][a-z0-9-]*$/)

export const Organisation = z.strictObject({
  note: z.string(),
  departments: z.array(
    z.strictObject({ key, name: z.string(), shortName: z.string(), authorities: z.array(z.string()) }),
  ),
  people: z.array(z.strictObject({ key, title: z.string(), department: key, account: z.enum(roles).optional() })),
})
export type Organisation = z.infer<typeof Organisation>

const Team = z.strictObject({
  key,
  name: z.string(),
  kind: z.enum(['promotion', 'industry', 'agent', 'project', 'other']),
  industry: z.string().optional(),
  lead: key,
  department: key,
  members: z.array(key).default([]),
})

const Enterprise = z.strictObject({
  key,
  name: z.string(),
  status: z.enum(['planned', 'building', 'operating', 'idle', 'closed', 'moved']),
  industryCode: z.string().optional(),
  scale: z.enum(['large', 'medium', 'small', 'micro']).optional(),
  aboveScale: z.boolean().optional(),
  tags: z.array(z.enum(['highTech', 'specialised', 'champion', 'listed', 'foreign'])).optional(),
  /** In yuan. */
  capital: z.string().optional(),
  on: Before,
})

export const ProjectScript = z.strictObject({
  key,
  name: z.string(),
  enterprise: key,
  kind: z.enum(['industrial', 'infrastructure', 'service']).default('industrial'),
  industryCode: z.string().optional(),
  investmentYuan: z.string().optional(),
  summary: z.string(),
  /** Entered as a lead on this day. */
  on: Before,
  signedOn: Before.optional(),
  stages: z
    .array(
      z.strictObject({ to: Stage, on: Before, evidence: z.array(z.tuple([EvidenceKind, z.string()])).default([]) }),
    )
    .default([]),
  turn: z.strictObject({ to: ProjectCondition, on: Before, cause: Cause, reason: z.string() }).optional(),
  /** Facts of a project of data/catalogue/projects.json, with what differs from it. */
  basis: z.strictObject({ like: z.string(), facts: FactValues.default({}), startOn: Before }).optional(),
  liaisons: z.array(z.strictObject({ person: key, role: z.enum(['leader', 'department', 'agent']) })).default([]),
  commitments: CommitmentScript.optional(),
  cases: z.array(CaseScript).default([]),
})
export type ProjectScript = z.infer<typeof ProjectScript>

/** What one zone shows: `data/demo/zones/<code>.json`. */
export const ZoneScript = z.strictObject({
  note: z.string(),
  teams: z.array(Team).default([]),
  enterprises: z.array(Enterprise),
  projects: z.array(ProjectScript),
  /** Accounts beside the one of every role; `for` names a person or an enterprise. */
  accounts: z.array(z.strictObject({ name: key, role: z.enum(roles), for: key })).default([]),
  /** Whom the account `enterprise@` and the account `intermediary@` stand for. */
  enterpriseAccount: key,
  intermediaryAccount: key,
})
export type ZoneScript = z.infer<typeof ZoneScript>

/** The demonstration of every zone that has one, as its files say. */
export interface DemoData {
  readonly organisation: Organisation
  readonly zones: ReadonlyMap<string, ZoneScript>
  readonly facts: ReadonlyMap<string, FactValues>
}

const KnownProjects = z.array(z.object({ code: z.string(), facts: FactValues }))

export async function loadDemo(): Promise<DemoData> {
  const files = (await readdir(join(folder, 'demo', 'zones'))).filter((name) => name.endsWith('.json')).sort()
  const zones = await Promise.all(
    files.map(async (name) => [name.slice(0, -5), ZoneScript.parse(await json('demo', 'zones', name))] as const),
  )
  const known = KnownProjects.parse(await json('catalogue', 'projects.json'))
  return {
    organisation: Organisation.parse(await json('demo', 'organisation.json')),
    zones: new Map(zones),
    facts: new Map(known.map(({ code, facts }) => [code, facts])),
  }
}

async function json(...path: readonly string[]): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, ...path), 'utf8'))
}
