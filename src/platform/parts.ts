import { accessPart } from './access/part.ts'
import { backupsPart } from './backup/part.ts'
import { deliveryPart } from './delivery/part.ts'
import { figuresPart } from './figures/part.ts'
import { filesPart } from './files/part.ts'
import { journalPart } from './journal/part.ts'
import { livePart } from './live/part.ts'
import { metricsPart } from './metrics/part.ts'
import type { ModuleDefinition } from './module.ts'
import { refuseTwins } from './modules.ts'
import { notificationsPart } from './outbox/notifications.ts'
import { recordsPart } from './records/part.ts'
import { sheetsPart } from './sheets/part.ts'
import { jobsPart } from './worker/part.ts'

/** What the platform itself offers at endpoints, given the modules: each part is defined as a module is. */
type Part = (modules: readonly ModuleDefinition[]) => ModuleDefinition

const parts: readonly Part[] = [
  figuresPart,
  recordsPart,
  sheetsPart,
  jobsPart,
  notificationsPart,
  deliveryPart,
  filesPart,
  livePart,
  metricsPart,
  backupsPart,
]

/** The modules with the platform's own parts: what a server routes and OpenAPI prints. Access comes last, since it tells what all grant. */
export function withParts(modules: readonly ModuleDefinition[]): readonly ModuleDefinition[] {
  const whole = modules.map((module) => withAcross(module, modules))
  const others = [journalPart(() => all), ...parts.map((part) => part(whole)), ...whole]
  const all: readonly ModuleDefinition[] = [accessPart(others), ...others]
  refuseTwins(all)
  return all
}

function withAcross(module: ModuleDefinition, modules: readonly ModuleDefinition[]): ModuleDefinition {
  return module.across ? { ...module, handlers: [...module.handlers, ...module.across(modules)] } : module
}
