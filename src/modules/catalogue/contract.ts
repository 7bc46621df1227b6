import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { acts, Desk, Draft, DraftFinding, Edit, Publication, RowChange } from './contract/draft.ts'
import { ListName } from './contract/lists.ts'
import { Effect, Trial, Vocabulary } from './contract/verdicts.ts'

const zone = z.string()
const base = '/api/zones/:zone/catalogue'
const reason = z.string().trim().min(2).max(500)
const reading = { method: 'GET', permission: 'catalogue.read', effect: 'read' } as const
const editing = { method: 'POST', permission: 'catalogue.edit', effect: 'write' } as const
const ofDraft = { zone, draft: z.uuid() }
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const getDesk = endpoint({
  ...reading,
  name: 'catalogue.getDesk',
  path: `${base}/desk`,
  summary: { zh: '事项目录工作台：草稿与设置', en: 'The catalogue desk: the draft and its settings' },
  input: z.object({ zone }),
  output: z.object({ desk: Desk, draft: Draft.nullable(), publications: z.array(Publication) }),
})

export const setDesk = endpoint({
  name: 'catalogue.setDesk',
  method: 'POST',
  permission: 'catalogue.keep',
  effect: 'write',
  path: `${base}/desk`,
  summary: { zh: '认领目录维护，设置双人复核', en: 'Take up keeping the catalogue; set four eyes' },
  input: z.object({ zone, version: z.number().int().min(0), fourEyes: z.boolean() }),
  output: Desk,
})

export const openDraft = endpoint({
  ...editing,
  name: 'catalogue.openDraft',
  path: `${base}/drafts`,
  summary: { zh: '开始下一版草稿', en: 'Begin the draft of the next version' },
  /** `from`: a former version, to go back to it. */
  input: z.object({ zone, from: z.uuid().optional(), reason }),
  output: Draft,
})

export const getRow = endpoint({
  ...reading,
  name: 'catalogue.getRow',
  path: `${base}/drafts/:draft/rows/:list/:code`,
  summary: { zh: '草稿中的一行', en: 'One row of the draft' },
  input: z.object({ ...ofDraft, list: ListName, code: z.string().max(100) }),
  output: z.object({
    list: ListName,
    code: z.string(),
    version: z.number().int(),
    row: z.record(z.string(), z.unknown()),
  }),
})

export const listRows = endpoint({
  ...reading,
  name: 'catalogue.listRows',
  path: `${base}/drafts/:draft/rows`,
  summary: { zh: '草稿的各行', en: 'The rows of the draft' },
  input: z.object({ ...ofDraft, list: ListName }),
  output: z.object({
    rows: z.array(
      z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }), changed: z.boolean() }),
    ),
  }),
})

export const editDraft = endpoint({
  ...editing,
  name: 'catalogue.editDraft',
  path: `${base}/drafts/:draft/edits`,
  summary: { zh: '改草稿的一行：改、增、停用', en: 'Edit one row of the draft: set, add, retire' },
  input: z.object({
    ...ofDraft,
    list: ListName,
    code: z.string().min(1).max(100),
    act: z.enum(acts),
    /** How often the row was edited in this draft when it was read: 0 for a new one. */
    version: z.number().int().min(0),
    /** The fields that change; null empties one. */
    fields: z.record(z.string(), z.unknown()).default({}),
    reason,
  }),
  output: z.object({ draft: Draft, version: z.number().int() }),
})

export const listEdits = endpoint({
  ...reading,
  name: 'catalogue.listEdits',
  path: `${base}/drafts/:draft/edits`,
  summary: { zh: '草稿的修改记录', en: 'Edits of the draft, the latest first' },
  input: z.object({ ...ofDraft, limit: z.coerce.number().int().min(1).max(500).default(100) }),
  output: z.object({ edits: z.array(Edit) }),
})

export const checkDraft = endpoint({
  ...reading,
  name: 'catalogue.checkDraft',
  path: `${base}/drafts/:draft/findings`,
  summary: { zh: '检查草稿', en: 'Check the draft' },
  input: z.object(ofDraft),
  output: z.object({ findings: z.array(DraftFinding) }),
})

export const draftEffects = endpoint({
  ...reading,
  name: 'catalogue.draftEffects',
  path: `${base}/drafts/:draft/effects`,
  summary: { zh: '草稿会使哪些项目的方案变动', en: 'What the draft would do to plans' },
  input: z.object(ofDraft),
  output: z.object({ effects: z.array(Effect), projects: z.number().int(), truncated: z.boolean() }),
})

export const publishDraft = endpoint({
  name: 'catalogue.publishDraft',
  method: 'POST',
  permission: 'catalogue.publish',
  effect: 'write',
  path: `${base}/drafts/:draft/publish`,
  summary: { zh: '发布草稿为现行版本', en: 'Publish the draft as the version in force' },
  input: z.object({ ...ofDraft, version: z.number().int(), reason, override: reason.nullable().default(null) }),
  output: z.object({ versionId: z.string(), changes: z.number().int() }),
})

export const discardDraft = endpoint({
  ...editing,
  name: 'catalogue.discardDraft',
  path: `${base}/drafts/:draft/discard`,
  summary: { zh: '放弃草稿', en: 'Discard the draft' },
  input: z.object({ ...ofDraft, version: z.number().int(), reason }),
  output: z.object({ discarded: z.boolean() }),
})

export const tryRule = endpoint({
  name: 'catalogue.tryRule',
  method: 'POST',
  permission: 'catalogue.read',
  effect: 'read',
  path: `${base}/try`,
  summary: { zh: '在真实项目上试一条规则', en: 'Try a rule on real projects' },
  input: z.object({ zone, rule: z.string().max(2000) }),
  output: Trial,
})

export const getVocabulary = endpoint({
  ...reading,
  name: 'catalogue.getVocabulary',
  path: `${base}/vocabulary`,
  summary: { zh: '规则可用的要素与取值', en: 'Facts and values that a rule may name' },
  input: z.object({ zone }),
  output: Vocabulary,
})

export const exportWorkbook = endpoint({
  ...reading,
  name: 'catalogue.exportWorkbook',
  path: `${base}/workbook`,
  summary: { zh: '导出目录（草稿或现行版本）为 Excel', en: 'The draft, or the version in force, as an Excel workbook' },
  input: z.object({ zone }),
  output: z.unknown(),
  file: xlsx,
})

export const importWorkbook = endpoint({
  ...editing,
  name: 'catalogue.importWorkbook',
  path: `${base}/drafts/:draft/workbook`,
  summary: { zh: '把改过的 Excel 读入草稿', en: 'Read an edited workbook into the draft' },
  /** `content` is the file in base64; `confirm` false only tells what it would change. */
  input: z.object({ ...ofDraft, version: z.number().int(), content: z.base64().min(1), confirm: z.boolean(), reason }),
  // What is no workbook is refused in words of its own.
  inText: { field: 'content', types: [xlsx, 'text/plain'] },
  output: z.object({
    changes: z.array(RowChange),
    /** By sheet and cell: nothing is taken while there is one. */
    errors: z.array(
      z.object({ sheet: z.string(), cell: z.string(), text: z.object({ zh: z.string(), en: z.string() }) }),
    ),
    taken: z.boolean(),
    version: z.number().int(),
  }),
})
