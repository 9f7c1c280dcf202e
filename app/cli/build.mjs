// npm run build
import { build, generate } from './preparation.mjs'

generate()
build()
