import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '招商', en: 'Promotion' },
  links: [{ to: '/leads', label: { zh: '招商', en: 'Promotion' }, order: 2.5, needs: ['promotion.read'] }],
}
