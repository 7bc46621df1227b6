import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '数据交换', en: 'Exchange' },
  links: [{ to: '/exchange', label: { zh: '数据交换', en: 'Exchange' }, order: 22, needs: ['exchange.import'] }],
}
