import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '告知承诺', en: 'Commitments' },
  links: [
    {
      to: '/commitments',
      label: { zh: '承诺核查', en: 'Commitments' },
      order: 5,
      needs: ['commitments.readSamples'],
    },
  ],
}
