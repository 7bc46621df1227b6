import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '报修维修', en: 'Upkeep' },
  links: [{ to: '/upkeep', label: { zh: '报修', en: 'Upkeep' }, order: 6.8, needs: ['upkeep.follow'] }],
}
