import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '办件', en: 'Cases' },
  links: [{ to: '/inbox', label: { zh: '待办', en: 'Inbox' }, order: 2, needs: ['cases.read'] }],
}
