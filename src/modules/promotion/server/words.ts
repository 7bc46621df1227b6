import type { JournalWords } from '../../../platform/module.ts'

/** What the journal calls the decisions that no endpoint bears the name of. */
export const promotionWords: Readonly<Record<string, JournalWords>> = {
  'promotion.lead': {
    actions: {
      judge: { zh: '研判评分', en: 'Marked on the sheet' },
      openTalks: { zh: '转入洽谈', en: 'Talks opened' },
      close: { zh: '关闭线索', en: 'Closed' },
      reopen: { zh: '重新跟进', en: 'Taken up again' },
      handOver: { zh: '移交为项目', en: 'Handed over' },
      signed: { zh: '签约', en: 'Signed' },
      unsigned: { zh: '协议终止，回到洽谈', en: 'Agreement ended, back to talks' },
      decideTwin: { zh: '判定疑似重复', en: 'Look-alike decided on' },
      takeOver: { zh: '接收并入的线索', en: 'Took a merged lead over' },
      merge: { zh: '并入别的线索', en: 'Merged into another lead' },
    },
  },
  'promotion.agreement': {
    actions: {
      setClauses: { zh: '写入条款', en: 'Clauses written' },
      reviewClause: { zh: '公平竞争审查', en: 'Fair-competition review' },
      sign: { zh: '登记签约', en: 'Signed' },
      end: { zh: '终止协议', en: 'Ended' },
    },
  },
  'promotion.payment': {
    label: { zh: '到位资金', en: 'Paid-in investment' },
    actions: {
      enter: { zh: '登记到位', en: 'Entered' },
      counter: { zh: '红字冲销', en: 'Taken back' },
    },
  },
}
