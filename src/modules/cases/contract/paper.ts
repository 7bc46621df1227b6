import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'
import { treatments } from '../../matters/contract/catalogue.ts'

/**
 * A paper (材料) of a case: still needed, given by the applicant, owed after an acceptance with tolerance (容缺),
 * accepted by the office, returned for correction, replaced by a signed commitment or the zone's regional assessment,
 * or awaited: the result of an earlier matter that is being handled, while the later office prepares its decision (滨州 2020 第16条).
 */
export const paperStatuses = ['needed', 'given', 'owed', 'accepted', 'returned', 'replaced', 'awaited'] as const
export const PaperStatus = z.enum(paperStatuses)
export type PaperStatus = z.infer<typeof PaperStatus>

export const paperStatusLabels: Readonly<Record<PaperStatus, Label>> = {
  needed: { zh: '待提交', en: 'Needed' },
  given: { zh: '已提交', en: 'Given' },
  owed: { zh: '容缺待补', en: 'Owed' },
  accepted: { zh: '已认可', en: 'Accepted' },
  returned: { zh: '退回补正', en: 'Returned' },
  replaced: { zh: '承诺或区域评估替代', en: 'Replaced' },
  awaited: { zh: '等前序结果', en: 'Awaited from an earlier matter' },
}

/** Who must bring it: as the catalogue says who prepares the paper; an outcome of another matter comes from the government. */
export const paperOwners = ['enterprise', 'intermediary', 'government'] as const
export type PaperOwner = (typeof paperOwners)[number]

export const paperOwnerLabels: Readonly<Record<PaperOwner, Label>> = {
  enterprise: { zh: '企业提供', en: 'from the enterprise' },
  intermediary: { zh: '中介提供', en: 'from the intermediary' },
  government: { zh: '政府部门提供', en: 'from the government' },
}

/** As the pinned catalogue asks for it, with what has become of it in this case. */
export const CasePaper = z.object({
  /** Code of a paper or an outcome of the catalogue, unique in a case. */
  ref: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  /** Null where the catalogue does not say. */
  owner: z.enum(paperOwners).nullable(),
  treatment: z.enum(treatments),
  /** `decision`, `matter:CODE` or `workdays:N` for a paper that may be owed; null otherwise. */
  supplyBy: z.string().nullable(),
  /** The catalogue lets the later office review it before it is final (预审). */
  preReview: z.boolean(),
  status: PaperStatus,
  fileId: z.string().nullable(),
  /** What the office says of it when it returns it; what the applicant says when it gives it. */
  note: z.string().nullable(),
})
export type CasePaper = z.infer<typeof CasePaper>

/** A paper as an applicant hands it in. */
export const GivenPaper = z.object({
  ref: z.string().min(1).max(100),
  fileId: z.uuid().nullable().default(null),
  note: z.string().max(1000).nullable().default(null),
})
export type GivenPaper = z.infer<typeof GivenPaper>
