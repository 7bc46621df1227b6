/** What of a project is watched by a light. */
export const subjects = ['start', 'progress', 'statistics', 'money'] as const
export type Subject = (typeof subjects)[number]

export const subjectLabels: Readonly<Record<Subject, { readonly zh: string; readonly en: string }>> = {
  start: { zh: '开工', en: 'Start' },
  progress: { zh: '进度', en: 'Progress' },
  statistics: { zh: '入统', en: 'Statistics' },
  money: { zh: '资金', en: 'Money' },
}

/** What the number of a subject counts. */
export const measureLabels: Readonly<Record<Subject, { readonly zh: string; readonly en: string }>> = {
  start: { zh: '应开工未开工的月数', en: 'months in which it should have started' },
  progress: { zh: '落后计划的百分点', en: 'points behind plan' },
  statistics: { zh: '开工后未入统的月数', en: 'months since the start without an entry' },
  money: { zh: '支付低于计划的百分比', en: 'percent paid below plan' },
}

export const colours = ['red', 'yellow', 'unknown', 'paused', 'green'] as const
export type Colour = (typeof colours)[number]

export const colourLabels: Readonly<Record<Colour, { readonly zh: string; readonly en: string }>> = {
  red: { zh: '红灯', en: 'Red' },
  yellow: { zh: '黄灯', en: 'Yellow' },
  green: { zh: '绿灯', en: 'Green' },
  paused: { zh: '暂停', en: 'Paused' },
  unknown: { zh: '无数据', en: 'No data' },
}
