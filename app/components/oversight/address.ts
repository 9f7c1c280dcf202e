/** An address with what is asked; what is empty is left out. */
export function addressWith(path: string, asked: Record<string, string | number | null | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, String(value))
  const words = query.toString()
  return words ? `${path}?${words}` : path
}
