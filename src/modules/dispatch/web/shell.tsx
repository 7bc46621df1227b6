import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '调度会', en: 'Dispatch' },
  links: [{ to: '/dispatch', label: { zh: '调度会表', en: 'Dispatch sheet' }, order: 8, needs: ['dispatch.read'] }],
}
