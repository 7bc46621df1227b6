import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })
const zone = z.string()

/** Where a paper on the shelf came from. */
export const paperSources = ['case', 'intermediary', 'applicant'] as const
export const PaperSource = z.enum(paperSources)
export type PaperSource = z.infer<typeof PaperSource>

export const paperSourceLabels = {
  case: { zh: '办件中提交', en: 'handed in with a case' },
  intermediary: { zh: '中介机构提交', en: 'delivered by an intermediary' },
  applicant: { zh: '企业上传', en: 'uploaded by the applicant' },
} as const satisfies Record<PaperSource, { zh: string; en: string }>

/** A paper that was uploaded once for a project and is offered wherever the same paper is asked. */
export const HeldPaper = z.object({
  id: z.string(),
  /** Code of the paper or outcome in the catalogue. */
  ref: z.string(),
  name: Bilingual,
  fileId: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  source: PaperSource,
  uploadedOn: z.string(),
  validUntil: z.string().nullable(),
  /** It has not run out. */
  usable: z.boolean(),
  /** In how many cases it was used without being uploaded again. */
  reused: z.number().int(),
  sample: z.boolean(),
})
export type HeldPaper = z.infer<typeof HeldPaper>

export const listHeldPapers = endpoint({
  name: 'papers.listHeldPapers',
  method: 'GET',
  path: '/api/zones/:zone/projects/:project/held-papers',
  permission: 'papers.read',
  effect: 'read',
  summary: { zh: '项目材料库：传一次，各办件可用', en: 'Papers of a project, uploaded once' },
  input: z.object({ zone, project: z.uuid() }),
  output: z.object({ papers: z.array(HeldPaper) }),
})

export const setValidity = endpoint({
  name: 'papers.setValidity',
  method: 'POST',
  path: '/api/zones/:zone/held-papers/:id/validity',
  permission: 'papers.hold',
  effect: 'write',
  summary: { zh: '填写材料有效期', en: 'Set until when a paper is valid' },
  input: z.strictObject({ zone, id: z.uuid(), validUntil: z.iso.date().nullable() }),
  output: HeldPaper,
})
