import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '人才公寓', en: 'Talent apartments' },
  links: [
    { to: '/apartments', label: { zh: '人才公寓', en: 'Talent apartments' }, order: 6.7, needs: ['stays.follow'] },
  ],
}
