import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  links: [{ to: '/matters', label: { zh: '事项', en: 'Matters' }, order: 20 }],
}
