import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * The program's log: a JSON object a line, by default on standard error. An error of the database tells what broke (code, table, column,
 * constraint) and never on which value.
 */
export function openLog(level: string, to: DestinationStream = pino.destination({ dest: 2, sync: true })): Logger {
  const err = (error: unknown) => pino.stdSerializers.err(valueless(error) as Error)
  return pino({ level, serializers: { err } }, to)
}

/** What PostgreSQL says beside its message; `detail` and `where` quote the row that it stumbled over. */
const told = ['code', 'severity', 'schema', 'table', 'column', 'dataType', 'constraint', 'routine']
/** A row that breaks a rule, a statement, a lock, a connection, a disk: these messages name things, as our own code calls them. */
const namesThings = /^(08|23|25|28|3D|40|42|53|54|55|57|58|XX)/
/** From the first quotation mark to the last, in the languages that PostgreSQL speaks. */
const quoted = /["“„«].*["”“»]/s

/** The message of an error without what a database quotes in it: `invalid input syntax for type uuid: "…"`. */
export function messageOf(error: Error): string {
  const { message } = error
  return isOfDatabase(error) && !namesThings.test(error.code) ? message.replace(quoted, '"…"') : message
}

/** The error without values, and so what caused it and what it gathers. */
export function valueless(error: unknown, within: readonly unknown[] = []): unknown {
  if (Array.isArray(error)) return error.map((one) => valueless(one, within))
  if (!(error instanceof Error) || within.includes(error)) return error
  const ofDatabase = isOfDatabase(error)
  const copy = Object.create(Object.getPrototypeOf(error)) as Error
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(error))) {
    if (ofDatabase && !told.includes(name)) continue
    const value = valueless(error[name as keyof Error], [...within, error])
    Object.defineProperty(copy, name, { value, enumerable: property.enumerable === true, configurable: true })
  }
  const message = messageOf(error)
  const stack = `${error.name}: ${message}${framesOf(error)}`
  return Object.defineProperties(copy, { message: { value: message }, stack: { value: stack } })
}

function isOfDatabase(error: Error): error is Error & { readonly code: string } {
  return 'severity' in error && 'routine' in error && 'code' in error && typeof error.code === 'string'
}

/** What follows the message in a stack: places in the code alone. */
function framesOf({ stack = '', message }: Error): string {
  const at = stack.indexOf('\n    at ', stack.indexOf(message) + message.length)
  return at === -1 ? '' : stack.slice(at)
}
