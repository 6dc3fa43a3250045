/** The label of a stored word (名称), or the word itself where the list has none. */
export function labelOf(labels: Readonly<Record<string, string>>, word: string): string {
  return labels[word] ?? word
}
