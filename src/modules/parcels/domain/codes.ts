/** `C13、C1431` → its parts; separators as people type them. */
export function codesOf(text: string | null): readonly string[] {
  return (text ?? '').split(/[、,，;；\s]+/).filter((part) => part !== '')
}

/** The digits of a GB/T 4754-2017 class without the letter of its section, which the digits determine. */
const digits = (code: string): string => code.replace(/^[A-T]/, '')

/** Whether an industry lies in a class: `C1431` in `C14` and in `143`; a section letter alone holds all of its classes. */
export function isOfClass(industry: string, prefix: string): boolean {
  if (/^[A-T]$/.test(prefix)) return industry.startsWith(prefix)
  return digits(industry).startsWith(digits(prefix))
}
