import type { Label } from '../../../../kernel/label.ts'
import type { Verb } from '../../contract/step-table.ts'

/** Reasons that are written most often: one press writes them, and they can be changed before sending. */
export const reasonPresets: Partial<Record<Verb, readonly Label[]>> = {
  correct: [
    { zh: '申请材料不齐全，请按清单一次补齐。', en: 'Papers are missing: hand in all of the list at once.' },
    { zh: '申请材料不符合法定形式，请按清单更正。', en: 'Papers are not in due form: correct all of the list.' },
  ],
  decline: [
    { zh: '申请事项依法不需要取得行政许可。', en: 'By law the matter needs no approval.' },
    {
      zh: '申请事项不属于本部门职权范围，请向有关部门申请。',
      en: 'The matter is not within our powers: apply to the competent office.',
    },
  ],
  refuseAcceptance: [
    {
      zh: '申请人逾期未补正或补正后仍不符合要求。',
      en: 'The correction did not come, or does not meet what is asked.',
    },
  ],
  suspend: [
    { zh: '依法组织专家评审', en: 'Expert review by law' },
    { zh: '依法进行检验、检测、鉴定', en: 'Inspection, testing or appraisal by law' },
    { zh: '依法公示', en: 'Public notice by law' },
    { zh: '依法举行听证', en: 'Hearing by law' },
  ],
  resume: [
    { zh: '专家评审已完成', en: 'The expert review is done' },
    { zh: '检验检测已完成', en: 'The inspection is done' },
    { zh: '公示期满无异议', en: 'The notice ended without objection' },
  ],
  giveOpinion: [
    { zh: '符合法定条件、标准。', en: 'Conditions and standards of the law are met.' },
    { zh: '原则同意，请落实所附条件。', en: 'Agreed in principle, on the conditions given.' },
  ],
  decide: [{ zh: '不符合法定条件、标准：', en: 'Conditions or standards of the law are not met: ' }],
  requestWithdraw: [
    { zh: '项目方案调整，暂不办理。', en: 'The project has changed; not needed now.' },
    { zh: '重复申请。', en: 'Applied for twice.' },
  ],
  extend: [
    {
      zh: '案情复杂，需要进一步核查，不能在法定时限内作出决定。',
      en: 'The matter needs further inquiry and cannot be decided in time.',
    },
  ],
  askOpinions: [
    {
      zh: '请就本部门职责范围内的事项提出意见。',
      en: 'Give the opinion of your department on what is within its duties.',
    },
  ],
  concludeReview: [{ zh: '各部门意见一致，可以进入决定。', en: 'The departments agree: the case can be decided.' }],
  transfer: [{ zh: '按分工转办。', en: 'By the division of work.' }],
  remind: [{ zh: '请在期限内办理。', en: 'Please act within the limit.' }],
  reverse: [
    {
      zh: '复议机关已撤销原决定，责令重新作出。',
      en: 'Reconsideration has set the decision aside and ordered a new one.',
    },
  ],
  cancelAcceptance: [{ zh: '容缺材料逾期未补交。', en: 'An owed paper did not come in time.' }],
  record: [
    { zh: '已电话告知申请人。', en: 'The applicant was told by phone.' },
    { zh: '已现场踏勘。', en: 'The site was visited.' },
  ],
}

export const defectPresets: readonly Label[] = [
  { zh: '缺少该材料', en: 'Missing' },
  { zh: '未盖章或未签字', en: 'Not sealed or signed' },
  { zh: '内容与申请不一致', en: 'Differs from the application' },
  { zh: '已过有效期', en: 'Out of date' },
]
