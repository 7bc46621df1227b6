import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '空间布局', en: 'Layout' },
  links: [{ to: '/layout', label: { zh: '空间布局', en: 'Layout' }, order: 12, needs: ['spatial.read'] }],
}
