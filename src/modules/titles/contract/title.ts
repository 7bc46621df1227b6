import { choice, date, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

export const titleLevels = {
  national: { zh: '国家级', en: 'National' },
  provincial: { zh: '省级', en: 'Provincial' },
  city: { zh: '市级', en: 'City' },
} as const

/** 称号: what a zone, or a part of it, was recognised as; an enterprise's are its honours. Whether it stands on a day is derived. */
export const zoneTitle = recordKind({
  name: 'titles.title',
  path: 'zone-titles',
  table: 'titles.titles',
  labels: { one: { zh: '开发区称号', en: 'Title' }, many: { zh: '开发区称号', en: 'Titles' } },
  fields: {
    name: text({
      label: { zh: '称号', en: 'Title' },
      example: '省级特色产业集聚区',
      max: 150,
      required: true,
      sort: true,
    }),
    level: choice({
      label: { zh: '级别', en: 'Level' },
      options: titleLevels,
      example: 'provincial',
      required: true,
      filter: true,
    }),
    grantedBy: text({
      label: { zh: '授予机关', en: 'Granted by' },
      example: '省工业和信息化厅',
      max: 100,
      required: true,
    }),
    document: text({ label: { zh: '文号', en: 'Document' }, example: '示工信〔2024〕12号', max: 100, required: true }),
    grantedOn: date({
      label: { zh: '授予日期', en: 'Granted on' },
      example: '2024-05-10',
      required: true,
      filter: true,
      sort: true,
    }),
    validUntil: date({
      label: { zh: '有效期至', en: 'Valid until (that day included)' },
      hint: { zh: '文件没有写期限就留空', en: 'Leave it open when the document says none' },
      example: '2027-05-09',
      sort: true,
    }),
    reassessOn: date({
      label: { zh: '复核日期', en: 'Re-assessment due' },
      hint: { zh: '授予机关要求复核、复评的日期', en: 'When who granted it looks again' },
      example: '2026-12-31',
      filter: true,
      sort: true,
    }),
    revokedOn: date({ label: { zh: '撤销日期', en: 'Revoked on' }, example: '2028-01-01' }),
    placeId: ref({ label: { zh: '所属场所', en: 'Place' }, to: 'spatial.place', filter: true }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '证书和文件见附件。' }),
  },
  list: ['name', 'level', 'grantedBy', 'document', 'grantedOn', 'validUntil', 'reassessOn', 'placeId'],
  sort: '-grantedOn',
  search: ['name', 'document', 'grantedBy'],
  access: { read: 'titles.read', write: 'titles.write' },
  check: ({ grantedOn, validUntil }) =>
    validUntil && String(validUntil) < String(grantedOn)
      ? [{ field: 'validUntil', text: { zh: '有效期早于授予日期。', en: 'It ends before it was granted.' } }]
      : [],
})
