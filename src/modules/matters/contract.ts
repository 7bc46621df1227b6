import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Catalogue, FactDeclaration, FeeSchedule, Limit, Matter, Paper } from './contract/catalogue.ts'

/** What a list row shows of a matter; `findings` of the checks stay with the version. */
export const MatterRow = z.object({
  code: z.string(),
  name_zh: z.string(),
  name_en: z.string(),
  stage: z.string(),
  kind: z.string(),
  authority: z.string(),
  initiator: z.enum(['enterprise', 'government']),
  /** The limits in Chinese words; `limits` has them as data, for the labels of either language. */
  statutory: z.string(),
  committed: z.string(),
  limits: z.object({ statutory: Limit, committed: Limit }),
  papers: z.number().int(),
  confidence: z.array(z.string()),
})
export type MatterRow = z.infer<typeof MatterRow>

export const CatalogueVersion = z.object({
  id: z.string(),
  title: z.string(),
  asOf: z.string(),
  /** SHA-256 of the canonical file: the same content is the same version. */
  digest: z.string(),
  matters: z.number().int(),
  importedAt: z.string(),
  current: z.boolean(),
  /** `desk`: published by people at the catalogue desk; `file`: brought by the installation. */
  origin: z.enum(['file', 'desk']),
})
export type CatalogueVersion = z.infer<typeof CatalogueVersion>

/** One finding of the catalogue checks. Errors refuse the import; warnings are shown. */
export const Finding = z.object({
  level: z.enum(['error', 'warning']),
  code: z.string(),
  matter: z.string().nullable(),
  field: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
})
export type Finding = z.infer<typeof Finding>

export const listMatters = endpoint({
  name: 'matters.listMatters',
  method: 'GET',
  path: '/api/matters',
  permission: 'public',
  effect: 'read',
  summary: { zh: '事项目录：按阶段、类型、关键字查', en: 'Catalogue of matters by stage, kind and words' },
  input: z.object({
    q: z.string().trim().max(60).optional(),
    stage: z.string().optional(),
    kind: z.string().optional(),
  }),
  output: z.object({
    version: CatalogueVersion,
    stages: z.array(z.object({ code: z.string(), name: z.string() })),
    rows: z.array(MatterRow),
  }),
})

export const getMatter = endpoint({
  name: 'matters.getMatter',
  method: 'GET',
  path: '/api/matters/:code',
  permission: 'public',
  effect: 'read',
  summary: { zh: '一个事项：依据、时限、材料、结果、费用', en: 'One matter: law, limits, papers, outcomes, fees' },
  input: z.object({ code: z.string() }),
  output: z.object({
    version: CatalogueVersion,
    matter: Matter,
    stageName: z.string(),
    /** Papers and outcomes by code, as far as this matter names them. */
    papers: z.array(Paper),
    /** For each input: the matters that produce it. */
    producers: z.array(
      z.object({
        ref: z.string(),
        name_zh: z.string(),
        name_en: z.string(),
        matters: z.array(z.object({ code: z.string(), name_zh: z.string(), name_en: z.string() })),
      }),
    ),
    /** For each outcome: the matters that need it. */
    consumers: z.array(
      z.object({
        output: z.string(),
        matters: z.array(z.object({ code: z.string(), name_zh: z.string(), name_en: z.string() })),
      }),
    ),
    facts: z.array(FactDeclaration),
    fees: FeeSchedule.shape.fees,
    confidence: z.record(z.string(), z.string()),
  }),
})

export const getCatalogue = endpoint({
  name: 'matters.getCatalogue',
  method: 'GET',
  path: '/api/catalogue',
  permission: 'public',
  effect: 'read',
  summary: { zh: '现行事项目录全文与收费目录', en: 'The whole catalogue in force, with its fees' },
  input: z.object({}),
  output: z.object({ version: CatalogueVersion, catalogue: Catalogue, fees: FeeSchedule }),
})

export const listVersions = endpoint({
  name: 'matters.listVersions',
  method: 'GET',
  path: '/api/catalogue/versions',
  permission: 'public',
  effect: 'read',
  summary: { zh: '目录的版本', en: 'Versions of the catalogue' },
  input: z.object({}),
  output: z.object({ rows: z.array(CatalogueVersion) }),
})

export const checkCatalogue = endpoint({
  name: 'matters.checkCatalogue',
  method: 'POST',
  path: '/api/catalogue/check',
  permission: 'public',
  effect: 'read',
  summary: { zh: '检查一份目录，不保存', en: 'Check a catalogue without storing it' },
  input: z.object({ catalogue: z.unknown() }),
  output: z.object({ findings: z.array(Finding) }),
})
