import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '计量', en: 'Meters' },
  links: [{ to: '/meters', label: { zh: '计量', en: 'Meters' }, order: 15, needs: ['meters.read'] }],
}
