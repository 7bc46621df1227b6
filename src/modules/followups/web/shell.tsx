import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '督办', en: 'Follow-ups' },
  links: [{ to: '/follow-ups', label: { zh: '督办', en: 'Follow-ups' }, order: 3, needs: ['followups.read'] }],
}
