declare module 'ini' {
  /** What a key or a value means: without its quotes, backslashes and the comment after it. */
  export function unsafe(text: string): string
}
