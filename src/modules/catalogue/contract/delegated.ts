import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { choice, date, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { Confidence } from '../../matters/contract/catalogue.ts'
import { confidenceLabels } from '../../matters/contract/labels.ts'

const marks = Object.fromEntries(Confidence.options.map((mark) => [mark, confidenceLabels[mark].mark])) as Record<
  Confidence,
  { zh: string; en: string }
>

export const levels = {
  province: { zh: '省级', en: 'Province' },
  city: { zh: '市级', en: 'City' },
  county: { zh: '县级', en: 'County' },
} as const

/** A matter that the zone took over from a higher level (赋权事项): by which document, since when, who does it. */
export const DelegatedMatter = recordKind({
  name: 'catalogue.delegatedMatter',
  path: 'delegated-matters',
  table: 'catalogue.delegated_matters',
  labels: { one: { zh: '赋权事项', en: 'Delegated matter' }, many: { zh: '赋权事项台账', en: 'Delegated matters' } },
  fields: {
    name: text({
      label: { zh: '事项名称', en: 'Matter' },
      example: '企业投资项目备案',
      required: true,
      filter: true,
      sort: true,
    }),
    level: choice({
      label: { zh: '赋权层级', en: 'Delegated by' },
      hint: { zh: '文件没有写明的留空', en: 'Left open where the document does not say' },
      options: levels,
      example: 'city',
      filter: true,
    }),
    document: text({ label: { zh: '赋权文件', en: 'Document' }, example: '运政发〔2020〕1号', max: 120 }),
    delegatedOn: date({
      label: { zh: '赋权日期', en: 'Delegated on' },
      example: '2020-06-01',
      filter: true,
      sort: true,
    }),
    content: longText({ label: { zh: '赋权内容', en: 'Content' }, example: '备案、变更、撤销。' }),
    departmentId: ref({ label: { zh: '承接部门', en: 'Department' }, to: 'organisation.department', filter: true }),
    undertaking: text({
      label: { zh: '承接单位名称', en: 'Office as the document names it' },
      example: '行政审批局',
      max: 120,
    }),
    matterCode: text({
      label: { zh: '目录编码', en: 'Code in the catalogue' },
      hint: { zh: '事项目录里有的填写', en: 'Where the catalogue of matters has it' },
      example: 'project-filing',
      max: 100,
      filter: true,
    }),
    confidence: choice({
      label: { zh: '来源标记', en: 'Confidence' },
      options: marks,
      example: 'M',
      required: true,
      filter: true,
    }),
  },
  list: ['name', 'level', 'undertaking', 'document', 'delegatedOn', 'matterCode', 'confidence'],
  sort: 'name',
  search: ['name', 'document', 'undertaking'],
  access: { read: 'catalogue.read', write: 'catalogue.delegate' },
})

/** One line of a list of delegated matters, as it is taken over from a document. */
export const DelegatedLine = z.object({
  name: z.string().trim().min(1).max(200),
  level: z.enum(['province', 'city', 'county']).nullable().default(null),
  document: z.string().trim().min(1).max(120).nullable().default(null),
  delegatedOn: z.iso.date().nullable().default(null),
  content: z.string().trim().min(1).max(4000).nullable().default(null),
  undertaking: z.string().trim().min(1).max(120).nullable().default(null),
  matterCode: z.string().trim().min(1).max(100).nullable().default(null),
  confidence: Confidence,
  /** Generated for a demonstration; a line that is real says false. */
  sample: z.boolean().default(false),
})
export type DelegatedLine = z.infer<typeof DelegatedLine>

export const importDelegated = endpoint({
  name: 'catalogue.importDelegated',
  method: 'POST',
  path: '/api/zones/:zone/catalogue/delegated-matters/import',
  permission: 'catalogue.delegate',
  effect: 'write',
  summary: { zh: '一次登记多条赋权事项', en: 'Enter many delegated matters at once' },
  /** Lines whose name is there already are passed over, so that the same list sent again changes nothing. */
  input: z.object({ zone: z.string(), rows: z.array(DelegatedLine).min(1).max(2000) }),
  output: z.object({ added: z.number().int(), known: z.number().int() }),
})
