import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = { name: { zh: '股权', en: 'Ownership' } }
