import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '供地', en: 'Land supply' },
  links: [{ to: '/land-supply', label: { zh: '供地', en: 'Land supply' }, order: 4.7, needs: ['supply.read'] }],
}
