import { useText } from '../../../../web/text.tsx'
import type { CaseDetail } from '../../contract/case.ts'

const lapseWords: Readonly<Record<CaseDetail['rules']['owedLapse'], { readonly zh: string; readonly en: string }>> = {
  withdraw: {
    zh: '按本区规则应当说明理由、撤回受理',
    en: 'by the rule of this zone the acceptance is taken back with reasons',
  },
  refuse: { zh: '按本区规则不予许可', en: 'by the rule of this zone the case is refused' },
  office: {
    zh: '由承办部门决定撤回受理或者不予许可',
    en: 'the department decides: take the acceptance back, or refuse',
  },
}

/** What is special about the case now, each in one sentence: accepted by law, for whom I act, whom it asks, what lapsed, how to object. */
export function CaseNotices({ detail }: { readonly detail: CaseDetail }) {
  const say = useText()
  const { deemedAcceptedOn, acceptedOn, delegatedFrom, askedOfMe, owedOverdue, remedy, extendedOn, rules } = detail
  return (
    <>
      {deemedAcceptedOn !== null && acceptedOn === null && (
        <p className="notice notice-warning">
          {say({
            zh: `5 个工作日内没有答复，依法自 ${deemedAcceptedOn} 起即为受理（行政许可法第 32 条）。`,
            en: `Nobody answered within 5 working days: by law it is accepted from ${deemedAcceptedOn} (Administrative Licensing Law, art. 32).`,
          })}
        </p>
      )}
      {delegatedFrom !== null && (
        <p className="notice">
          {say({
            zh: `“${delegatedFrom}”不在岗，已委托您代办；您办的步骤会注明代谁办理。`,
            en: `${delegatedFrom} is away and has named you: your steps say for whom they were taken.`,
          })}
        </p>
      )}
      {askedOfMe && (
        <p className="notice notice-warning">
          {say({ zh: '本件正在等您所在部门的意见。', en: 'The case waits for the opinion of your department.' })}
        </p>
      )}
      {owedOverdue && (
        <p className="notice notice-warning">
          {say({
            zh: `有容缺材料逾期未补：${lapseWords[rules.owedLapse].zh}（${rules.owedLapseSource}）。`,
            en: `An owed paper has lapsed: ${lapseWords[rules.owedLapse].en} (${rules.owedLapseSource}).`,
          })}
        </p>
      )}
      {extendedOn !== null && (
        <p className="small soft">
          {say({
            zh: `时限已于 ${extendedOn} 经负责人批准延长，不能再次延长。`,
            en: `The limits were extended by the head on ${extendedOn}, once and for all.`,
          })}
        </p>
      )}
      {remedy !== null && (
        <p className="notice">
          {say({
            zh: `救济：可在 ${remedy.reconsiderBy} 前申请行政复议，${remedy.sueBy} 前提起行政诉讼（自知道之日起算，此处按决定日计）。`,
            en: `Remedies: reconsideration until ${remedy.reconsiderBy}, suit until ${remedy.sueBy}, counted here from the day of the decision.`,
          })}
        </p>
      )}
    </>
  )
}
