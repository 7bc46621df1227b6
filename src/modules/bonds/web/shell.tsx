import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '专项债', en: 'Bonds' },
  links: [{ to: '/bonds', label: { zh: '专项债', en: 'Bonds' }, order: 14, needs: ['bonds.read'] }],
}
