import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '转化率', en: 'Rates' },
  links: [{ to: '/rates', label: { zh: '转化率', en: 'Rates' }, order: 6, needs: ['rates.read'] }],
}
