/**
 * Whether a text is a path of this site: one slash, then anything but a second one (`//other.example`), a backslash that browsers read as one, or a
 * control sign that they leave out before they look.
 */
export function isSitePath(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  return /^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(text)
}
