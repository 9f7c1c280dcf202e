/** The keys of one language with the words of another. English may add the singular of a counted sentence. */
export type Shape<Words> = {
  [Key in keyof Words]: Words[Key] extends string ? string : Shape<Words[Key]>
} & { [Key in `${string}_one`]?: string }
