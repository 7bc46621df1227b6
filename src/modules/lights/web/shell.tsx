import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '预警灯', en: 'Warning lights' },
  links: [{ to: '/lights', label: { zh: '预警灯', en: 'Lights' }, order: 5, needs: ['lights.read'] }],
}
