import '@remix-run/server-runtime'

declare module '@remix-run/server-runtime' {
  /** Loaders and actions answer with plain values; their types come through as they are. */
  interface Future {
    v3_singleFetch: true
  }
}
