import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '../../../../kernel/calendar.ts'
import { readSentence } from './read.ts'
import type { Staff } from './who.ts'

/** A Wednesday. 12-26 is a Saturday that is worked here, 2027-01-01 a day off. */
const today = '2026-12-02'
const calendar = buildCalendar([
  { year: 2026, off: [], work: ['2026-12-26'] },
  { year: 2027, off: ['2027-01-01'], work: [] },
])
const staff: Staff = {
  departments: [
    { id: 'permit', name: '行政审批局', shortName: '审批局' },
    { id: 'land', name: '自然资源局', shortName: '资源局' },
    { id: 'eco', name: '生态环境局', shortName: '环保局' },
    { id: 'build', name: '住房和城乡建设局', shortName: '住建局' },
    { id: 'office', name: '管委会办公室', shortName: '办公室' },
  ],
  people: [
    { id: 'zhang', name: '张建国', title: '副局长', departmentId: 'permit' },
    { id: 'li', name: '李华', title: '科长', departmentId: 'land' },
    { id: 'wang', name: '王强', title: '主任', departmentId: 'office' },
    { id: 'fang', name: '王芳', title: '窗口负责人', departmentId: 'permit' },
    { id: 'zhao1', name: '赵敏', title: '代办员', departmentId: 'office' },
    { id: 'zhao2', name: '赵敏', title: '科长', departmentId: 'eco' },
    { id: 'chen', name: '陈刚', title: '代办员', departmentId: 'office' },
  ],
}
const read = (text: string) => readSentence(text, { today, calendar, staff })

/** What is settled: who, day, task; and `?` with the choices where the form asks. */
function told(text: string): string {
  const { to, when, task, asks } = read(text)
  const who = to.map(({ id }) => id).join('|')
  const days = when.map(({ on }) => on.slice(5)).join('|')
  const mark = (name: 'who' | 'when' | 'what', words: string) => (asks.includes(name) ? `?${words}` : words)
  return [mark('who', who), mark('when', days), mark('what', task)].join(' · ')
}

const clear: readonly (readonly [string, string])[] = [
  ['请审批局明天把食品厂的立项批复送过去', 'permit · 12-03 · 把食品厂的立项批复送过去'],
  ['请行政审批局12月5日前办完立项', 'permit · 12-05 · 办完立项'],
  ['让张建国本周五前回复企业', 'zhang · 12-04 · 回复企业'],
  ['王强下周三前拿出方案', 'wang · 12-09 · 拿出方案'],
  ['李华3个工作日内核实用地手续', 'li · 12-07 · 核实用地手续'],
  ['李科长三个工作日内核实用地手续', 'li · 12-07 · 核实用地手续'],
  ['资源局月底前完成确权登记', 'land · 12-31 · 完成确权登记'],
  ['请住建局后天下午到现场看一下', 'build · 12-04 · 到现场看一下'],
  ['环保局大后天给出意见', 'eco · 12-05 · 给出意见'],
  ['由自然资源局牵头，12月20日之前办结', 'land · 12-20 · 牵头，办结'],
  ['责成环保局5日内整改到位', 'eco · 12-07 · 整改到位'],
  ['交张副局长办，下周一报结果', 'zhang · 12-07 · 办，报结果'],
  ['催一下资源局，今天给企业答复', 'land · 12-02 · 给企业答复'],
  ['催资源局今天下班前给企业答复', 'land · 12-02 · 给企业答复'],
  ['问问环保局，明天上午能不能出批复', 'eco · 12-03 · 能不能出批复'],
  ['王主任明早协调一下用电', 'wang · 12-03 · 协调一下用电'],
  ['请王芳一周内联系企业补齐材料', 'fang · 12-09 · 联系企业补齐材料'],
  ['请王芳两周内联系企业补齐材料', 'fang · 12-16 · 联系企业补齐材料'],
  ['张局长下周内把问题解决', 'zhang · 12-11 · 把问题解决'],
  ['审批局本周内完成', 'permit · 12-04 · 完成'],
  ['审批局这周内完成受理', 'permit · 12-04 · 完成受理'],
  ['请陈刚20号前陪企业去趟税务局', 'chen · 12-20 · 陪企业去趟税务局'],
  ['请陈刚1号前陪企业去趟税务局', 'chen · 01-01 · 陪企业去趟税务局'],
  ['陈刚1月8日前报进展', 'chen · ?01-08 · 报进展'],
  ['请办公室2026年12月15日前汇总上报', 'office · 12-15 · 汇总上报'],
  ['请办公室2026-12-15前汇总上报', 'office · 12-15 · 汇总上报'],
  ['请办公室12/15前汇总上报', 'office · 12-15 · 汇总上报'],
  ['请办公室12.15前汇总上报', 'office · 12-15 · 汇总上报'],
  ['请办公室十二月十五日前汇总上报', 'office · 12-15 · 汇总上报'],
  ['通知住建局十天内完成验收', 'build · 12-12 · 完成验收'],
  ['通知住建局１０天内完成验收', 'build · 12-12 · 完成验收'],
  ['住建局12月中旬完成验收', 'build · 12-20 · 完成验收'],
  ['住建局12月上旬完成验收', 'build · 12-10 · 完成验收'],
  ['住建局12月下旬完成验收', 'build · 12-31 · 完成验收'],
  ['住建局1月底前完成验收', 'build · 01-31 · 完成验收'],
  ['住建局下月底前完成验收', 'build · 01-31 · 完成验收'],
  ['住建局下个月10号前完成验收', 'build · 01-10 · 完成验收'],
  ['住建局年底前完成验收', 'build · 12-31 · 完成验收'],
  ['住建局季度末前完成验收', 'build · 12-31 · 完成验收'],
  ['住建局元旦前完成验收', 'build · 12-31 · 完成验收'],
  ['住建局半个月内完成验收', 'build · 12-17 · 完成验收'],
  ['住建局1个月内完成验收', 'build · 01-02 · 完成验收'],
  ['住建局三个月内完成验收', 'build · 03-02 · 完成验收'],
  ['让环保局下下周五前办好', 'eco · 12-18 · 办好'],
  ['让环保局周五前办好', 'eco · 12-04 · 办好'],
  ['让环保局星期五办好', 'eco · 12-04 · 办好'],
  ['让环保局礼拜天前办好', 'eco · 12-06 · 办好'],
  ['让环保局周一前办好', 'eco · 12-07 · 办好'],
  ['审批局张建国明天回话', 'zhang · 12-03 · 回话'],
  ['环保局赵敏明天报数据', 'zhao2 · 12-03 · 报数据'],
  ['请审批局会同资源局下周三前拿出意见', 'permit · 12-09 · 会同资源局拿出意见'],
  ['请张建国配合环保局明天去现场', 'zhang · 12-03 · 配合环保局去现场'],
  ['请审批局、资源局研究，由资源局牵头，周五前报', 'land · 12-04 · '],
  ['5号厂房漏水，请住建局明天去修', 'build · 12-03 · 5号厂房漏水，去修'],
  ['企业反映用电不足，请王强后天前答复', 'wang · 12-04 · 企业反映用电不足，答复'],
  ['11月20日会议纪要里的事，请审批局12月8日前落实', 'permit · 12-08 · 11月20日会议纪要里的事，落实'],
  ['请审批局 明天 回复', 'permit · 12-03 · 回复'],
  ['请@王强明天回复', 'wang · 12-03 · '],
  ['请窗口负责人明天把补正通知发了', 'fang · 12-03 · 把补正通知发了'],
  ['务必请审批局7个工作日内办结！', 'permit · 12-11 · 办结'],
  ['请审批局十五个工作日内办结', 'permit · 12-23 · 办结'],
  ['请张局明天看现场', 'zhang · 12-03 · 看现场'],
  ['请王强把12月1日的意见改好，下周二前报', 'wang · 12-08 · 把12月1日的意见改好，报'],
]

const unclear: readonly (readonly [string, string])[] = [
  ['请审批局尽快办', 'permit · ? · '],
  ['请审批局抓紧办理立项', 'permit · ? · '],
  ['请审批局马上办理立项', 'permit · ?12-02 · '],
  ['请审批局办理立项', 'permit · ? · 办理立项'],
  ['明天办完立项', '? · 12-03 · 办完立项'],
  ['请赵敏明天回复企业', '?zhao1|zhao2 · 12-03 · 回复企业'],
  ['请代办员明天回复企业', '?zhao1|chen · 12-03 · 回复企业'],
  ['请审批局和资源局明天回复', '?permit|land · 12-03 · '],
  ['食品厂的事审批局明天要有说法', '?permit · 12-03 · '],
  ['请审批局周三前报', 'permit · ?12-02|12-09 · '],
  ['请审批局周末前报结果', 'permit · ?12-04|12-06 · '],
  ['请审批局下周前报结果', 'permit · ?12-04 · '],
  ['请审批局下月初报结果', 'permit · ? · '],
  ['请审批局春节前报结果', 'permit · ? · '],
  ['请审批局节前报结果', 'permit · ? · '],
  ['请审批局11月5日前报结果', 'permit · ?11-05 · '],
  ['请审批局本周一前报结果', 'permit · ? · '],
  ['请审批局2月30日前报结果', 'permit · ? · '],
  ['请审批局12月5日前初审，12月10日前办结', 'permit · ?12-05|12-10 · '],
  ['今天会上说的用地问题，请资源局研究', 'land · ?12-02 · 今天会上说的用地问题，研究'],
  ['明天的会议材料请王强准备', 'wang · ?12-03 · 明天的会议材料准备'],
  ['请审批局2小时内回话', 'permit · ?12-02 · '],
  ['请审批局明天', 'permit · 12-03 · ?'],
  ['办一下', '? · ? · '],
  ['', '? · ? · ?'],
  ['王局明天看现场', '? · 12-03 · 王局看现场'],
  ['请税务局明天来', '? · 12-03 · '],
  ['请审批局1月前办完', 'permit · ? · '],
]

describe('one sentence', () => {
  it.each(clear)('%s', (text, expected) => {
    expect(told(text)).toContain(expected)
  })

  it.each(unclear)('%s: the form asks', (text, expected) => {
    expect(told(text)).toContain(expected)
    expect(read(text).asks.length).toBeGreaterThan(0)
  })

  it('keeps the words for the day, and counted working days as such', () => {
    expect(read('请审批局3个工作日内办结').when).toEqual([{ on: '2026-12-07', workdays: 3, said: '3个工作日内' }])
    expect(read('请审批局12月5日之前办结').when).toEqual([{ on: '2026-12-05', workdays: null, said: '12月5日之前' }])
  })

  it('never falls over, never names a day that has passed, and asks unless exactly one is meant', () => {
    const words = [
      '请',
      '审批局',
      '王强',
      '明天',
      '周五',
      '3个工作日',
      '前',
      '内',
      '12月5日',
      '月底',
      '办结',
      '，',
      '赵敏',
      '下',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 9 }), (parts) => {
        const { to, when, asks } = read(parts.join(''))
        expect(when.every(({ on }) => on >= today)).toBe(true)
        if (!asks.includes('who')) expect(to).toHaveLength(1)
        if (!asks.includes('when')) expect(when).toHaveLength(1)
      }),
    )
  })
})
