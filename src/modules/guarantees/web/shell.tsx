import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '要素保障', en: 'Elements' },
  links: [{ to: '/guarantees', label: { zh: '要素保障', en: 'Elements' }, order: 7, needs: ['guarantees.read'] }],
}
