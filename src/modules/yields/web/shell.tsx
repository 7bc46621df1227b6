import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '亩均评价', en: 'Per-mu evaluation' },
  links: [{ to: '/yields', label: { zh: '亩均评价', en: 'Per-mu grades' }, order: 5.6, needs: ['yields.read'] }],
}
