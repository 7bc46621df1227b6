import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '租赁', en: 'Leases' },
  links: [{ to: '/space', label: { zh: '载体', en: 'Space' }, order: 6.5, needs: ['leases.oversee'] }],
}
