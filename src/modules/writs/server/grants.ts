import type { ModuleDefinition } from '../../../platform/module.ts'

/** Offices make writs; whoever follows a case reads them; administrators keep templates and issuing offices. */
export const grants: NonNullable<ModuleDefinition['grants']> = {
  'writs.read': ['leader', 'officer', 'agent', 'enterprise', 'supervisor', 'admin'],
  'writs.make': ['officer'],
  'writs.void': ['officer'],
  'writs.administer': ['admin'],
}
