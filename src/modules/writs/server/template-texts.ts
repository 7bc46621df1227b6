import type { OfficialBlock } from '../../../platform/documents/official.ts'
import type { WritKind } from '../contract/kinds.ts'
import { applicationText, certificateText, commitmentText, deliveryText, receiptText } from './template-forms.ts'

/** What the shipped template of a kind says; an office downloads it, changes it in Word or WPS and uploads its own. */
export interface TemplateText {
  readonly addressee: boolean
  readonly blocks: readonly OfficialBlock[]
  /** Who signs: the office under its seal, or the applicant. */
  readonly signs: 'office' | 'applicant'
}

const letter = (...blocks: readonly OfficialBlock[]): TemplateText => ({
  addressee: true,
  blocks: [...blocks, ...noteBlocks],
  signs: 'office',
})

/** What the officer adds stands alone; without it nothing shows. */
export const noteBlocks: readonly OfficialBlock[] = [
  { text: '{#补充说明}' },
  { text: '{补充说明}' },
  { text: '{/补充说明}' },
  { text: '{#替代说明}' },
  { text: '{替代说明}' },
  { text: '{/替代说明}' },
]

const reviewed: readonly OfficialBlock[] = [
  {
    text: '如不服本决定，可以自收到本文书之日起{复议期限}内向{复议机关}申请行政复议，也可以自收到本文书之日起{起诉期限}内依法向{管辖法院}提起行政诉讼。',
  },
  { text: '{#救济说明}' },
  { text: '{救济说明}' },
  { text: '{/救济说明}' },
]

/** 行政许可法 (2019): articles 32, 38, 42, 44, 45 as each text names them. */
export const templateTexts: Readonly<Record<WritKind, TemplateText>> = {
  receipt: receiptText,
  correction: letter(
    {
      text: '你单位于{收到日期}就“{项目名称}”提交的“{事项名称}”申请收悉（办件编号：{办件编号}）。经审查，申请材料不齐全或者不符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第（四）项的规定，现将需要补正的全部内容一次性告知如下：',
    },
    { text: '{补正事由}' },
    {
      table: {
        columns: [
          { title: '序号', width: 1 },
          { title: '材料名称', width: 5 },
          { title: '补正要求', width: 7 },
        ],
        row: ['{#补正内容}{序号}', '{材料名称}', '{补正要求}{/补正内容}'],
      },
    },
    { text: '请按上述内容补正后重新提交。补正所需时间不计入办理期限。' },
    { text: '联系电话：{机关电话}；地址：{机关地址}。' },
  ),
  acceptance: letter(
    {
      text: '你单位于{收到日期}就“{项目名称}”提交的“{事项名称}”申请（办件编号：{办件编号}），申请材料齐全、符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第（五）项的规定，自{受理日期}起予以受理。',
    },
    {
      text: '本事项法定办理时限{法定时限}，承诺办理时限{承诺时限}，应于{应办结日期}前作出决定。依法需要听证、招标、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在内，另行书面告知。',
    },
    { text: '经办人：{经办人}；联系电话：{机关电话}。' },
  ),
  tolerance: letter(
    {
      text: '你单位于{收到日期}就“{项目名称}”提交的“{事项名称}”申请（办件编号：{办件编号}），主要材料齐全、符合要求，下列材料可以后补。经你单位申请，自{受理日期}起予以容缺受理。',
    },
    {
      table: {
        columns: [
          { title: '序号', width: 1 },
          { title: '容缺材料', width: 8 },
          { title: '补交期限', width: 4 },
        ],
        row: ['{#容缺材料}{序号}', '{材料名称}', '{补交期限}{/容缺材料}'],
      },
    },
    {
      text: '请在期限内补齐。逾期未补的，可以依法撤回受理。本事项承诺办理时限{承诺时限}，应于{应办结日期}前作出决定。',
    },
  ),
  nonAcceptance: letter(
    {
      text: '你单位于{收到日期}就“{项目名称}”提交的“{事项名称}”申请（办件编号：{办件编号}）收悉。经审查，根据《中华人民共和国行政许可法》第三十二条的规定，不予受理。理由如下：',
    },
    { text: '{理由}' },
    ...reviewed,
  ),
  commitment: commitmentText,
  special: letter(
    {
      text: '你单位就“{项目名称}”申请的“{事项名称}”（办件编号：{办件编号}），办理中依法需要进行特别程序（{特别程序种类}），事由如下：',
    },
    { text: '{特别程序事由}' },
    {
      text: '根据《中华人民共和国行政许可法》第四十五条的规定，自{开始日期}起，所需时间不计算在办理期限内，预计{特别程序期限}，现予书面告知。特别程序结束后，恢复计算办理期限。',
    },
  ),
  extension: letter(
    {
      text: '你单位就“{项目名称}”申请的“{事项名称}”（办件编号：{办件编号}），因下列理由不能在规定期限内作出决定：',
    },
    { text: '{延期理由}' },
    {
      text: '根据《中华人民共和国行政许可法》第四十二条第一款的规定，经本机关负责人批准，办理期限延长{延长期限}，应于{延长后期限}前作出决定。现将延长期限的理由告知你单位。',
    },
  ),
  approval: letter(
    {
      text: '你单位于{收到日期}就“{项目名称}”提交的“{事项名称}”申请（办件编号：{办件编号}），本机关于{受理日期}受理。经审查，申请符合法定条件、标准。根据《中华人民共和国行政许可法》第三十八条第一款的规定，本机关于{决定日期}决定准予行政许可：',
    },
    { text: '{许可内容}。' },
    { text: '请依法取得相应证件后，在许可范围内从事活动，并接受监督检查。' },
  ),
  refusal: letter(
    {
      text: '你单位于{收到日期}就“{项目名称}”提交的“{事项名称}”申请（办件编号：{办件编号}），本机关于{受理日期}受理。经审查，根据《中华人民共和国行政许可法》第三十八条第二款的规定，本机关于{决定日期}决定不予行政许可。理由如下：',
    },
    { text: '{理由}' },
    ...reviewed,
  ),
  delivery: deliveryText,
  certificate: certificateText,
  application: applicationText,
}
