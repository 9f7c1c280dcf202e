/** Every address that no other route answers. */
export function loader(): never {
  throw new Response(null, { status: 404 })
}

export const action = loader

/** The page exists so that a lost reader gets the frame and words of the site; its loader never lets it be drawn. */
export default () => null
