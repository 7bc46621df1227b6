import { z } from 'zod'
import { caseStates } from '../../cases/contract/state.ts'

/**
 * One state of a case as the provincial platform tells it: the fields of spgl_xmspsxblxxb and spgl_xmspsxblxxxxb that say which case
 * it is and what became of it.
 */
export const StateRow = z.object({
  /** 项目代码 (GB/T 40058-2021). */
  xmdm: z.string().max(60),
  /** 审批事项编码. */
  spsxbm: z.string().max(100),
  /** 审批事项实例编码: one application for a matter. */
  spsxslbm: z.string().max(100),
  /** 办理状态, 1 to 16. */
  blzt: z.union([z.number(), z.string()]),
  /** 办理时间: `2026-03-02 09:30:00` in China, or ISO 8601 with an offset. */
  blsj: z.string().max(40),
  /** 办理意见. */
  blyj: z.string().max(2000).nullable().optional(),
})
export type StateRow = z.infer<typeof StateRow>

export const codeKinds = ['project', 'matter', 'state'] as const
export const CodeKind = z.enum(codeKinds)
export type CodeKind = z.infer<typeof CodeKind>

const Bilingual = z.object({ zh: z.string(), en: z.string() })

/** A row that could not be taken, by its place in the file. */
export const BadRow = z.object({ row: z.number().int(), text: Bilingual })
export type BadRow = z.infer<typeof BadRow>

export const Run = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  source: z.string(),
  rows: z.number().int(),
  added: z.number().int(),
  known: z.number().int(),
  bad: z.number().int(),
})
export type Run = z.infer<typeof Run>

/** What came of a file: the same file again adds nothing. */
export const Imported = z.object({
  runId: z.string(),
  rows: z.number().int(),
  added: z.number().int(),
  known: z.number().int(),
  bad: z.array(BadRow),
  /** Cases that are only there, made or changed by this file. */
  external: z.number().int(),
  conflicts: z.number().int(),
  unmapped: z.number().int(),
})
export type Imported = z.infer<typeof Imported>

const Side = z.object({ state: z.enum(caseStates), on: z.string(), decidedOn: z.string().nullable() })

/** Here and there say different things of one case. */
export const Conflict = z.object({
  caseId: z.string(),
  projectId: z.string(),
  project: z.string(),
  matter: Bilingual,
  ours: Side,
  theirs: Side,
  instance: z.string(),
  /** Somebody has said that the province is right: the step is still to be done in the case, by its office. */
  ruled: z.object({ keep: z.enum(['ours', 'theirs']), by: z.string(), reason: z.string(), at: z.string() }).nullable(),
})
export type Conflict = z.infer<typeof Conflict>

/** A code that nothing here answers to, with how many rows wait for it. */
export const Unmapped = z.object({ kind: CodeKind, code: z.string(), rows: z.number().int(), example: z.string() })
export type Unmapped = z.infer<typeof Unmapped>

export const ExternalCase = z.object({
  id: z.string(),
  projectId: z.string(),
  project: z.string(),
  matter: Bilingual,
  state: z.enum(caseStates),
  receivedOn: z.string(),
  decidedOn: z.string().nullable(),
  instance: z.string(),
})
export type ExternalCase = z.infer<typeof ExternalCase>

export const tableNames = [
  'spgl_dfxmsplcxxb',
  'spgl_dfxmsplcjdxxb',
  'spgl_dfxmsplcjdsxxxb',
  'spgl_xmjbxxb',
  'spgl_xmdwxxb',
  'spgl_xmspsxblxxb',
  'spgl_xmspsxblxxxxb',
  'spgl_xmspsxpfwjxxb',
] as const
export const TableName = z.enum(tableNames)
export type TableName = z.infer<typeof TableName>

export const TableRow = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
export type TableRow = z.infer<typeof TableRow>

/** What the platform would refuse, by project, case and field. */
export const Invalid = z.object({
  table: TableName,
  field: z.string(),
  project: z.string().nullable(),
  case: z.string().nullable(),
  text: Bilingual,
})
export type Invalid = z.infer<typeof Invalid>
