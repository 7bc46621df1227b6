import type { ShellPart } from '../../../web/shell-part.ts'

const label = { zh: '基础设施', en: 'Works' }

export const shell: ShellPart = {
  name: label,
  links: [{ to: '/works', label, order: 13, needs: ['works.read'] }],
}
