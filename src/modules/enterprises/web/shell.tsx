import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '企业', en: 'Enterprises' },
  links: [{ to: '/enterprise', label: { zh: '企业', en: 'Enterprises' }, order: 5.5, needs: ['enterprises.read'] }],
}
