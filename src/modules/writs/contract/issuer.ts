import { ref, text, yesNo } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** An issuing office (发文机关): whose name heads a writ, with its own prefix of numbers, and who reviews what it refuses. */
export const Issuer = recordKind({
  name: 'writs.issuer',
  path: 'issuers',
  table: 'writs.issuers',
  labels: { one: { zh: '发文机关', en: 'Issuing office' }, many: { zh: '发文机关', en: 'Issuing offices' } },
  fields: {
    name: text({
      label: { zh: '机关名称', en: 'Name' },
      hint: { zh: '文书抬头的全称', en: 'In full, as it heads a writ' },
      example: '临猗经济开发区行政审批服务管理局',
      max: 60,
      required: true,
      sort: true,
    }),
    prefix: text({
      label: { zh: '机关代字', en: 'Prefix of numbers' },
      hint: { zh: '文号开头，如“临开审”', en: 'Begins every number' },
      example: '临开审',
      max: 12,
      required: true,
      filter: true,
    }),
    departmentId: ref({ label: { zh: '部门', en: 'Department' }, to: 'organisation.department', filter: true }),
    main: yesNo({
      label: { zh: '默认机关', en: 'Default' },
      hint: { zh: '没有自己机关的部门，用它出具', en: 'Stands in for departments without one of their own' },
      example: false,
      required: true,
      filter: true,
    }),
    reviewBody: text({
      label: { zh: '行政复议机关', en: 'Where decisions are reviewed' },
      example: '临猗县人民政府',
      max: 60,
    }),
    court: text({ label: { zh: '管辖法院', en: 'Court' }, example: '临猗县人民法院', max: 60 }),
    address: text({ label: { zh: '地址', en: 'Address' }, example: '政务大厅二楼 B 区' }),
    phone: text({
      label: { zh: '公开电话', en: 'Public telephone' },
      example: '0359-4020000',
      max: 40,
    }),
  },
  list: ['name', 'prefix', 'departmentId', 'main', 'reviewBody', 'court'],
  sort: 'name',
  search: ['name', 'prefix'],
  access: { read: 'writs.read', write: 'writs.administer' },
})
