import { choice, choices, date, integer, longText, money, text, yesNo } from '../../../kernel/field.ts'
import { organisationCodeFits } from '../../../kernel/organisation-code.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { isUscc } from '../../../kernel/uscc.ts'

/** An enterprise (企业) that is in the zone, is building there, or plans to come. */
export const Enterprise = recordKind({
  name: 'enterprises.enterprise',
  path: 'enterprises',
  table: 'enterprises.enterprises',
  labels: { one: { zh: '企业', en: 'Enterprise' }, many: { zh: '企业', en: 'Enterprises' } },
  fields: {
    name: text({
      label: { zh: '企业名称', en: 'Name' },
      hint: { zh: '与营业执照一致', en: 'As on the business licence' },
      example: '示例食品有限公司',
      required: true,
      filter: true,
      sort: true,
    }),
    uscc: text({
      label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      hint: { zh: '18 位，尚未登记的可不填', en: '18 signs; leave it out when not yet registered' },
      example: '91350100M000100Y43',
      max: 18,
      filter: true,
      // GB 32100-2015; the code inside is GB 11714, which a few real codes break.
      check: (code) => (isUscc(code) ? null : wrongCode),
      warn: (code) => (organisationCodeFits(code) ? null : doubtfulCode),
    }),
    status: choice({
      label: { zh: '状态', en: 'Status' },
      options: {
        planned: { zh: '拟入区', en: 'Planned' },
        building: { zh: '在建', en: 'Building' },
        operating: { zh: '在产', en: 'Operating' },
        idle: { zh: '停产', en: 'Idle' },
        closed: { zh: '注销', en: 'Closed' },
        moved: { zh: '迁出', en: 'Moved away' },
      },
      example: 'operating',
      required: true,
      filter: true,
    }),
    industryCode: text({
      label: { zh: '国标行业代码', en: 'Industry code' },
      hint: {
        zh: 'GB/T 4754：门类字母加 2 至 4 位数字，如 C1431',
        en: 'GB/T 4754: a letter and 2 to 4 digits, such as C1431',
      },
      example: 'C1431',
      max: 5,
      filter: true,
      check: (code) => (/^[A-T](\d{2,4})?$/.test(code) ? null : wrongIndustry),
    }),
    industryEdition: integer({
      label: { zh: '行业代码版本', en: 'Edition of the industry code' },
      unit: { zh: '年', en: 'year' },
      example: 2017,
      min: 1984,
      max: 2100,
    }),
    scale: choice({
      label: { zh: '规模', en: 'Size' },
      options: {
        large: { zh: '大型', en: 'Large' },
        medium: { zh: '中型', en: 'Medium' },
        small: { zh: '小型', en: 'Small' },
        micro: { zh: '微型', en: 'Micro' },
      },
      example: 'medium',
      filter: true,
    }),
    aboveScale: yesNo({ label: { zh: '规模以上', en: 'Above designated size' }, example: true, filter: true }),
    registeredAddress: text({
      label: { zh: '注册地址', en: 'Registered address' },
      example: '示例省示例市示例路 1 号',
    }),
    registeredOn: date({
      label: { zh: '成立日期', en: 'Registered on' },
      example: '2020-05-18',
      filter: true,
      sort: true,
    }),
    registeredCapital: money({
      label: { zh: '注册资本', en: 'Registered capital' },
      unit: { zh: '元', en: 'yuan' },
      example: '50000000.00',
    }),
    legalRepresentative: text({
      label: { zh: '法定代表人', en: 'Legal representative' },
      example: '张某',
      max: 50,
      personal: 'name',
    }),
    tags: choices({
      label: { zh: '资质', en: 'Standing' },
      options: {
        highTech: { zh: '高新技术企业', en: 'High and new technology' },
        specialised: { zh: '专精特新', en: 'Specialised and innovative' },
        champion: { zh: '链主企业', en: 'Leader of a chain' },
        listed: { zh: '上市企业', en: 'Listed' },
        foreign: { zh: '外资企业', en: 'Foreign-invested' },
      },
      example: ['highTech'],
      filter: true,
    }),
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '示例' }),
  },
  list: ['name', 'uscc', 'status', 'industryCode', 'scale', 'aboveScale', 'registeredOn'],
  sort: 'name',
  stages: 'status',
  search: ['name', 'uscc'],
  access: {
    read: 'enterprises.read',
    write: 'enterprises.write',
    archive: 'enterprises.archive',
    reveal: 'enterprises.reveal',
  },
  ofEnterprise: 'id',
})

const wrongCode = {
  zh: '统一社会信用代码不对：应为 18 位大写字母和数字，且校验位相符。请照营业执照重新输入。',
  en: 'The unified social credit code is wrong: 18 capitals and digits with a fitting check sign. Copy it from the licence again.',
}
const doubtfulCode = {
  zh: '统一社会信用代码中的组织机构代码校验位不符，少数真实代码如此，请再核对一次。',
  en: 'The organisation code inside has an unfitting check sign. A few real codes do: look once more.',
}
const wrongIndustry = {
  zh: '行业代码应为门类字母 A 至 T 加 2 至 4 位数字，如 C1431。',
  en: 'An industry code is a letter from A to T with 2 to 4 digits, such as C1431.',
}
