/**
 * An answer that is JSON already and leaves as it is, past the output schema. Only for rows that the database built from a declaration
 * that also made the schema: nothing undeclared can be in them.
 */
export class JsonText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What a handler answered as a value, where it does not leave as it is. */
export function plainOf(result: unknown): unknown {
  return result instanceof JsonText ? JSON.parse(result.text) : result
}
