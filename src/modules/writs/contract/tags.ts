import type { Label } from '../../../kernel/label.ts'
import type { WritKind } from './kinds.ts'

/** A tag that a template may use, in braces: {企业名称}. One with `within` repeats: {#补正内容}{序号}{材料名称}{/补正内容}. */
export interface Tag {
  readonly name: string
  readonly meaning: Label
  /** Without it the writ is not one: a template that lacks it is refused. */
  readonly required?: true
  readonly within?: readonly Tag[]
}

/** The description (alternative text) of the picture that the code takes the place of. */
export const codePicture = '核验二维码'

const tag = (name: string, zh: string, en: string): Tag => ({ name, meaning: { zh, en } })
const must = (name: string, zh: string, en: string): Tag => ({ name, meaning: { zh, en }, required: true })
const rows = (name: string, zh: string, en: string, within: readonly Tag[]): Tag => ({
  name,
  meaning: { zh, en },
  required: true,
  within: [tag('序号', '第几行', 'Number of the row'), ...within],
})

/** What every writ can say. */
const common: readonly Tag[] = [
  must('文号', '由系统按机关、类别、年度连号', 'Number, given in turn by office, series and year'),
  must('发文机关', '发文机关名称', 'The issuing office'),
  must('申请人', '企业名称', 'The applicant'),
  must('成文日期', '出具之日', 'The day on which it is made'),
  must('核验码', '公开核验用的随机码', 'Random code for public verification'),
  tag('文书名称', '文书标题', 'Title'),
  tag('核验网址', '二维码所含网址', 'The address that the code picture holds'),
  tag('统一社会信用代码', '申请人代码', 'Code of the applicant'),
  tag('项目名称', '项目名称', 'Name of the project'),
  tag('项目代码', '投资项目统一代码', 'National project code'),
  tag('机关地址', '发文机关地址', 'Address of the office'),
  tag('机关电话', '发文机关电话', 'Telephone of the office'),
  tag('补充说明', '经办人另加的话', 'What the officer adds'),
  tag('替代说明', '重新出具时写明替代哪一号', 'Which number it takes the place of'),
  tag('样例说明', '演示数据时写明“样例”', 'Says that it is a sample, where it is one'),
]

const ofCase: readonly Tag[] = [
  must('事项名称', '申请的事项', 'The matter applied for'),
  tag('办件编号', '本系统的办件编号', 'Number of the case'),
  tag('收到日期', '接件之日', 'Day of receipt'),
  tag('经办人', '经办人姓名', 'Who handles it'),
]

const reviewed: readonly Tag[] = [
  must('理由', '不予的理由', 'The reasons'),
  must('复议机关', '行政复议机关', 'Where it can be reviewed'),
  must('复议期限', '申请复议的期限', 'Time to ask for review'),
  must('管辖法院', '有管辖权的法院', 'The court'),
  must('起诉期限', '提起诉讼的期限', 'Time to sue'),
  tag('救济说明', '经办人写的救济途径', 'What the officer wrote of remedies'),
]

const limits: readonly Tag[] = [
  must('受理日期', '受理之日', 'Day of acceptance'),
  tag('法定时限', '法定办理时限', 'Statutory limit'),
  tag('承诺时限', '承诺办理时限', 'Promised limit'),
  tag('应办结日期', '按承诺时限推算', 'Day by which it is to be decided'),
]

const decided: readonly Tag[] = [
  tag('受理日期', '受理之日', 'Day of acceptance'),
  must('决定日期', '作出决定之日', 'Day of the decision'),
]

const own: Readonly<Record<WritKind, readonly Tag[]>> = {
  receipt: [
    ...ofCase,
    rows('收到材料', '收到的材料', 'Papers received', [
      tag('材料名称', '材料名称', 'Name of the paper'),
      tag('材料情况', '收到、待交', 'Given, owed'),
    ]),
    tag('答复期限', '应告知是否受理的日期', 'Day by which the office answers'),
  ],
  correction: [
    ...ofCase,
    rows('补正内容', '需要补正的全部内容', 'All that is to be corrected', [
      tag('材料名称', '材料名称', 'Name of the paper'),
      tag('补正要求', '缺什么、错在哪里', 'What is missing or wrong'),
    ]),
    must('补正事由', '总的说明', 'What it is about'),
  ],
  acceptance: [...ofCase, ...limits],
  tolerance: [
    ...ofCase,
    ...limits,
    rows('容缺材料', '容缺后补的材料', 'Papers that are owed', [
      tag('材料名称', '材料名称', 'Name of the paper'),
      tag('补交期限', '补交期限', 'By when'),
    ]),
  ],
  nonAcceptance: [...ofCase, ...reviewed],
  commitment: [
    must('事项名称', '承诺所办的事项', 'The matter'),
    must('承诺内容', '承诺书正文', 'What is promised'),
    must('替代材料', '承诺替代的材料', 'The paper that it stands in for'),
    tag('核查方式', '事后核查', 'How it is checked'),
    tag('签署日期', '签署之日', 'Day of the signature'),
  ],
  special: [
    ...ofCase,
    tag('特别程序种类', '听证、招标、检验、专家评审等种类', 'Kind of special procedure'),
    must('特别程序事由', '为什么需要', 'Why'),
    must('特别程序期限', '告知的工作日数', 'Working days told'),
    tag('开始日期', '开始之日', 'Begins on'),
  ],
  extension: [
    ...ofCase,
    must('延期理由', '延长的理由', 'Why'),
    must('延长期限', '延长的工作日数', 'Working days added'),
    tag('延长后期限', '延长后应办结日期', 'New last day'),
  ],
  approval: [...ofCase, ...decided, tag('许可内容', '准予的事项结果', 'What is granted')],
  refusal: [...ofCase, ...decided, ...reviewed],
  delivery: [
    ...ofCase,
    rows('送达文书', '送达的文书', 'Writs delivered', [
      tag('文书题名', '文书名称', 'Title'),
      tag('文书文号', '文号', 'Number'),
    ]),
    must('送达日期', '送达之日', 'Day of delivery'),
    tag('送达方式', '送达方式', 'How'),
  ],
  certificate: [...ofCase, ...decided, must('许可内容', '准予的事项结果', 'What is granted')],
  application: [
    rows('申请事项', '一并申请的事项', 'The matters applied for', [
      tag('事项名称', '事项', 'Matter'),
      tag('承办部门', '承办部门', 'Department'),
    ]),
    rows('申请材料', '全部材料，各报一次', 'All papers, each once', [
      tag('材料名称', '材料名称', 'Name of the paper'),
      tag('用于事项', '用于哪些事项', 'Which matters need it'),
      tag('材料情况', '随表提交、容缺', 'Given, owed'),
    ]),
    tag('注册地址', '企业注册地址', 'Registered address'),
    tag('总投资', '项目总投资', 'Total investment'),
    tag('申请编号', '联合申请编号', 'Number of the joint application'),
  ],
}

/** Every tag that a template of this kind may use. */
export function tagsOf(kind: WritKind): readonly Tag[] {
  return [...common, ...own[kind]]
}
