/** A text that people read: Chinese first, English complete. Both are required, so a missing label does not compile. */
export interface Label {
  readonly zh: string
  readonly en: string
}

export type Language = keyof Label
