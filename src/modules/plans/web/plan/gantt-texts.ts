import type { GanttTexts } from '../../../../web/kit/gantt/texts.ts'
import type { Say } from '../../../../web/text.tsx'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A month as there is room for it: with its year where it is wide, a year instead of January where it is narrow, alone, or not at all. */
function monthZh(year: number, month: number, width: number): string {
  if (width >= 78 || (month === 1 && width >= 50)) return `${year}年${month}月`
  if (month === 1 && width >= 26) return String(year)
  return width >= 30 ? `${month}月` : width >= 12 && month % 3 === 1 ? String(month) : ''
}

function monthEn(year: number, month: number, width: number): string {
  const name = months[month - 1] ?? ''
  if (width >= 72 || (month === 1 && width >= 58)) return `${name} ${year}`
  if (month === 1 && width >= 26) return String(year)
  return width >= 30 ? name : width >= 12 && month % 3 === 1 ? String(month) : ''
}

export function ganttTexts(say: Say, zh: boolean): GanttTexts {
  const t = (chinese: string, english: string) => say({ zh: chinese, en: english })
  return {
    grid: t('方案时间图', 'Timeline of the plan'),
    help: t(
      '点事项看原因；拖动条形可推迟。键盘：↑↓ 换行，回车看原因，[ ] 推迟半天，- + 一天',
      'Click a matter to see why; drag a bar to delay it. Keys: ↑↓ rows, Enter why, [ ] half a day, - + a day',
    ),
    view: t('显示方式', 'View'),
    chart: t('图', 'Chart'),
    table: t('表', 'Table'),
    zoom: t('缩放', 'Zoom'),
    fit: t('全程', 'Fit'),
    month: t('月', 'Months'),
    week: t('周', 'Weeks'),
    day: t('日', 'Days'),
    today: t('今天', 'today'),
    legend: t('图例', 'Legend'),
    tones: {
      pale: t('准备', 'preparing'),
      solid: t('办理', 'handling'),
      hatched: t('等前置结果才能决定', 'decision waits for a result'),
    },
    critical: t('关键路径', 'critical path'),
    slack: t('机动', 'slack'),
    done: t('开发区已提前办', 'done by the zone'),
    baseline: t('改动前', 'before the changes'),
    flag: t('容缺补交期限（■! 赶不上）', 'owed paper due (■! too late)'),
    dayOff: t('休息日', 'days off'),
    provisional: t('日期暂定（放假通知未公布）', 'dates provisional (no holiday notice yet)'),
    milestone: t('节点', 'milestone'),
    monthLabel: zh ? monthZh : monthEn,
    dragged: (days) => t(`${signed(days)} 天`, `${signed(days)} d`),
  }
}

export function signed(days: number): string {
  return days > 0 ? `+${days}` : String(days).replace('-', '−')
}
