import { choice, date, decimal, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

export const elementLabels = {
  land: { zh: '用地', en: 'Land' },
  energy: { zh: '能源', en: 'Energy' },
  water: { zh: '用水', en: 'Water' },
  heat: { zh: '用热用汽', en: 'Heat' },
  labour: { zh: '用工', en: 'Labour' },
  capital: { zh: '资金', en: 'Capital' },
  emission: { zh: '排污指标', en: 'Emission quota' },
} as const
export type Element = keyof typeof elementLabels
export const elements = Object.keys(elementLabels) as [Element, ...Element[]]

/** 要素需求: what a project needs of an element, how much, by when. What was promised and delivered follows by decisions. */
export const need = recordKind({
  name: 'guarantees.need',
  path: 'element-needs',
  table: 'guarantees.needs',
  labels: { one: { zh: '要素需求', en: 'Need of an element' }, many: { zh: '要素需求', en: 'Needs of elements' } },
  fields: {
    title: text({ label: { zh: '需求', en: 'Need' }, example: '一期用电', max: 100, required: true, sort: true }),
    projectId: ref({
      label: { zh: '项目', en: 'Project' },
      to: 'projects.project',
      required: true,
      filter: true,
      writable: 'once',
    }),
    element: choice({
      label: { zh: '要素', en: 'Element' },
      options: elementLabels,
      example: 'energy',
      required: true,
      filter: true,
      writable: 'once',
    }),
    quantity: decimal({ label: { zh: '数量', en: 'Quantity' }, example: 2000, min: 0.01, required: true }),
    unit: text({
      label: { zh: '单位', en: 'Unit' },
      example: '千伏安',
      max: 20,
      required: true,
      writable: 'once',
    }),
    neededOn: date({ label: { zh: '何时要', en: 'Needed on' }, example: '2026-06-30', required: true, sort: true }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '双回路供电。' }),
  },
  list: ['title', 'projectId', 'element', 'quantity', 'unit', 'neededOn'],
  sort: 'neededOn',
  search: ['title'],
  access: { read: 'guarantees.read', write: 'guarantees.write' },
})
