import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '堵点', en: 'Bottlenecks' },
  links: [{ to: '/bottlenecks', label: { zh: '堵点', en: 'Bottlenecks' }, order: 4, needs: ['bottlenecks.read'] }],
}
