import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '信用', en: 'Credit' },
  links: [{ to: '/credit', label: { zh: '信用', en: 'Credit' }, order: 5, needs: ['credit.read'] }],
}
