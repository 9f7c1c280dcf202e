import { createContext } from 'react'

/** The number used once that the page's own scripts and styles carry (Content-Security-Policy). */
export const NonceContext = createContext<string | undefined>(undefined)
