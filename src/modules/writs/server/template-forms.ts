import type { OfficialBlock } from '../../../platform/documents/official.ts'

interface FormText {
  readonly addressee: boolean
  readonly blocks: readonly OfficialBlock[]
  readonly signs: 'office' | 'applicant'
}

const replaced: readonly OfficialBlock[] = [{ text: '{#替代说明}' }, { text: '{替代说明}' }, { text: '{/替代说明}' }]

/** 行政许可法 (2019) 第32条第2款: a written receipt with the office's seal and the day. */
export const receiptText: FormText = {
  addressee: true,
  blocks: [
    {
      text: '你单位就“{项目名称}”提交的“{事项名称}”申请材料，本机关已于{收到日期}收到，办件编号{办件编号}。材料清单如下：',
    },
    {
      table: {
        columns: [
          { title: '序号', width: 1 },
          { title: '材料名称', width: 9 },
          { title: '情况', width: 3 },
        ],
        row: ['{#收到材料}{序号}', '{材料名称}', '{材料情况}{/收到材料}'],
      },
    },
    { text: '本机关将在{答复期限}前告知是否受理或者需要补正的全部内容；逾期不告知的，自收到申请材料之日起即为受理。' },
    ...replaced,
  ],
  signs: 'office',
}

/** 国办发〔2020〕42号: told what, promised what, checked how, at whose cost when untrue. */
export const commitmentText: FormText = {
  addressee: false,
  blocks: [
    {
      facts: [
        ['承诺单位', '{申请人}'],
        ['统一社会信用代码', '{统一社会信用代码}'],
        ['项目名称', '{项目名称}'],
        ['办理事项', '{事项名称}'],
        ['替代材料', '{替代材料}'],
        ['核查方式', '{核查方式}'],
      ],
    },
    { text: '一、告知', heading: true },
    {
      text: '上述事项实行告知承诺制，{发文机关}已告知办理条件、标准、要求，以及不实承诺的法律责任。作出承诺的，不再提交上述材料；承诺后将按约定方式核查。',
    },
    { text: '二、承诺', heading: true },
    { text: '{承诺内容}' },
    {
      text: '本单位已知晓告知的全部内容，承诺上述内容真实有效；如有不实，愿意承担撤销决定、限期整改、记入信用记录等相应责任。',
    },
    ...replaced,
    { text: '签署日期：{签署日期}' },
  ],
  signs: 'applicant',
}

/** 行政许可法 (2019) 第44条: delivered within ten days; the receiver signs for it. */
export const deliveryText: FormText = {
  addressee: false,
  blocks: [
    {
      facts: [
        ['受送达人', '{申请人}'],
        ['事项', '{事项名称}（办件编号：{办件编号}）'],
        ['送达日期', '{送达日期}'],
        ['送达方式', '{送达方式}'],
      ],
    },
    {
      table: {
        columns: [
          { title: '序号', width: 1 },
          { title: '送达文书', width: 7 },
          { title: '文号', width: 5 },
        ],
        row: ['{#送达文书}{序号}', '{文书题名}', '{文书文号}{/送达文书}'],
      },
    },
    {
      facts: [
        ['收件人签名或盖章', ' '],
        ['代收人及代收理由', ' '],
        ['送达人签名', '{经办人}'],
        ['备注', '{补充说明}'],
      ],
    },
    ...replaced,
  ],
  signs: 'office',
}

/** A specimen: the form of a licence is set by whoever the law says (行政许可法 第39条); the office replaces this by its own. */
export const certificateText: FormText = {
  addressee: false,
  blocks: [
    {
      facts: [
        ['证件编号', '{文号}'],
        ['被许可人', '{申请人}'],
        ['统一社会信用代码', '{统一社会信用代码}'],
        ['项目名称', '{项目名称}'],
        ['项目代码', '{项目代码}'],
        ['许可事项', '{事项名称}'],
        ['许可内容', '{许可内容}'],
        ['决定日期', '{决定日期}'],
        ['备注', '{补充说明}'],
      ],
    },
    { text: '本证为样本，法定证照样式以有权机关规定为准。' },
    ...replaced,
  ],
  signs: 'office',
}

/** Several matters on one form (多证合一): who and what is asked once. */
export const applicationText: FormText = {
  addressee: false,
  blocks: [
    {
      facts: [
        ['申请编号', '{申请编号}'],
        ['申请人', '{申请人}'],
        ['统一社会信用代码', '{统一社会信用代码}'],
        ['注册地址', '{注册地址}'],
        ['项目名称', '{项目名称}'],
        ['项目代码', '{项目代码}'],
        ['项目总投资', '{总投资}'],
        ['联系人及电话', ' '],
      ],
    },
    { text: '一、一并申请的事项', heading: true },
    {
      table: {
        columns: [
          { title: '序号', width: 1 },
          { title: '事项', width: 7 },
          { title: '承办部门', width: 5 },
        ],
        row: ['{#申请事项}{序号}', '{事项名称}', '{承办部门}{/申请事项}'],
      },
    },
    { text: '二、申请材料（各报一次）', heading: true },
    {
      table: {
        columns: [
          { title: '序号', width: 1 },
          { title: '材料', width: 5 },
          { title: '用于事项', width: 5 },
          { title: '情况', width: 2 },
        ],
        row: ['{#申请材料}{序号}', '{材料名称}', '{用于事项}', '{材料情况}{/申请材料}'],
      },
    },
    { text: '本单位对申请材料的真实性负责。' },
    ...replaced,
  ],
  signs: 'applicant',
}
