import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '预测', en: 'Forecast' },
  links: [{ to: '/forecast', label: { zh: '预测', en: 'Forecast' }, order: 3, needs: ['forecast.run'] }],
}
