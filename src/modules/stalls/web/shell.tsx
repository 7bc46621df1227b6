import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '五未项目', en: 'Stalled' },
  links: [{ to: '/stalls', label: { zh: '五未项目', en: 'Stalled' }, order: 7, needs: ['stalls.read'] }],
}
