import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '用地履约', en: 'Land promises' },
  links: [{ to: '/land-checks', label: { zh: '用地履约', en: 'Land promises' }, order: 4.8, needs: ['promises.read'] }],
}
