import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '产业链', en: 'Chains' },
  links: [{ to: '/chains', label: { zh: '产业链', en: 'Chains' }, order: 4.5, needs: ['chains.read'] }],
}
